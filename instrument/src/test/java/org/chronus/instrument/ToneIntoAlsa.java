package org.chronus.instrument;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.Audition.Score;
import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.audio.JavaSoundBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;

/** One note through Java Sound, and the same without it. A program of its own, since ALSA reads its configuration once. */
final class ToneIntoAlsa {
    static final int RATE = Audition.RATE, PERIOD = 256, NO_OUTPUT = 3;
    static final double SECONDS = 1.2, START = 0.1, END = 1.0, HERTZ = 440;
    private static final int A4 = 69;
    private static final String TONE = """
            chronus: 1
            name: Tone
            modules: {osc: {type: sine}, env: {type: adsr, attack: 5 ms, release: 50 ms}, amp: {type: vca}}
            cables: [osc * 0.25 -> amp -> out, env -> amp.gain]
            """;

    private ToneIntoAlsa() { }

    /** Plays on the best output that there is, until all has been handed over. */
    public static void main(String[] none) throws Exception {
        if (JavaSoundBackend.outputs().isEmpty()) {
            System.exit(NO_OUTPUT);
        }
        Engine engine = audition().engine();
        play(new Score(engine));
        CountDownLatch handedOver = new CountDownLatch(1);
        try (JavaSoundBackend audio = JavaSoundBackend.open("", RATE, PERIOD)) {
            audio.start((left, right, frames) -> {
                engine.process(left, right, frames);
                if (engine.position() > SECONDS * RATE + 4 * PERIOD) {
                    handedOver.countDown();
                }
            });
            if (!handedOver.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the output stands still at frame " + engine.position());
            }
        }
    }

    /** What should come out. */
    static Take expected() {
        return audition().play(SECONDS, ToneIntoAlsa::play);
    }

    private static void play(Score score) {
        score.note(START, END, A4, 127);
    }

    private static Audition audition() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetReader reader = new PresetReader(catalog);
        PresetLibrary library = PresetLibrary.of(reader, Map.of("HOME", "/nowhere"));
        return new Audition(library, library.factoryBank().value(), catalog, reader.read(TONE, "tone.yaml").value());
    }
}
