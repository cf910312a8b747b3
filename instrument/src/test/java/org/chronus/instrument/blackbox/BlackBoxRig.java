package org.chronus.instrument.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.engine.Stage;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;

/** An instrument with the factory bank that is played live: a thread calls it back for periods of changing sizes, by the clock. */
final class BlackBoxRig implements AutoCloseable {
    static final int RATE = 48_000;
    private static final int LARGEST = 1_500;

    final Instrument instrument;
    private final Path heard;
    private final Tap tap;
    private final Thread audio;
    private volatile boolean ends;

    BlackBoxRig(Path folder) throws IOException {
        PresetLibrary library = new PresetLibrary(new PresetReader(Stage.CATALOG), folder.resolve("presets"));
        instrument = new Instrument(InstrumentSetup.live(library, library.factoryBank().value(), Stage.CATALOG, RATE).unhurried()
                .withTimeout(5_000_000_000L).withReady(2));
        heard = folder.resolve("heard.wav");
        tap = new Tap(instrument.engine());
        tap.begin(new Recorder(heard, RATE, WavWriter.Format.FLOAT_32));
        instrument.begin(new ProgramAddress(0, instrument.setup().bank().programs(0).firstKey()));
        audio = Thread.ofPlatform().name("audio").unstarted(this::run);
    }

    private void run() {
        SplittableRandom random = new SplittableRandom(3);
        float[] left = new float[LARGEST], right = new float[LARGEST];
        long next = System.nanoTime();
        while (!ends) {
            int frames = 1 + random.nextInt(random.nextBoolean() ? 100 : LARGEST);
            tap.process(left, right, frames);
            next = Math.max(System.nanoTime(), next + frames * 1_000_000_000L / RATE);
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    void start() {
        instrument.startLoading();
        audio.start();
    }

    /** Until it has played so long. */
    void await(double seconds) {
        while (instrument.engine().position() < seconds * RATE) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** No more callbacks. Returns what was heard. */
    byte[] stop() throws Exception {
        ends = true;
        audio.join();
        tap.end();
        return Files.readAllBytes(heard);
    }

    /** Plays a dump into a file. Returns its bytes and what was done. */
    static Replayed replay(Path dump, Path wav) throws Exception {
        Replay replay = new Replay(dump.toString(), DumpReader.read(dump), Stage.CATALOG);
        try (Recorder recorder = new Recorder(wav, RATE, WavWriter.Format.FLOAT_32)) {
            ReplayReport report = replay.run(recorder);
            recorder.finish();
            return new Replayed(Files.readAllBytes(wav), report);
        }
    }

    /** What a replay made. */
    record Replayed(byte[] sound, ReplayReport report) { }

    @Override public void close() throws IOException {
        ends = true;
        instrument.close();
    }
}
