package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ControlCommand;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Release;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.testing.ByteMutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A keyboard gone mad, in front of a voice with everything that can get stuck: nothing breaks, and panic silences it. */
@Tag("fuzz")
class GarbageTest {
    private static final int BLOCK = 64, SLICE = 64, SOURCE = 1, LONGEST_TAIL = 48_000 * 20 / BLOCK;
    private static final String PATCH = """
            chronus: 1
            name: Mad
            voices: {count: 8, glide: 20 ms}
            modules:
              osc: {type: saw}
              env: {type: adsr, attack: 2 ms, release: 50 ms}
              low: {type: ladder, cutoff: 900 Hz, resonance: 0.9}
              amp: {type: vca}
            cables: [osc -> low -> amp -> out, env -> amp.gain, cc.1 * note.pressure * 4 oct -> low.cutoff, \
                note.timbre * 1 oct -> low.cutoff, note.velocity * 2 oct -> low.cutoff]
            mix:
              modules: {echo: {type: delay, time: 0.06 beat, feedback: 0.5, mix: 0.3}}
              cables: [voices -> echo -> out]
            controllers: {74: {to: low.cutoff}, 71: {to: low.resonance}, 91: {to: echo.feedback, range: [0, 0.8]}}
            """;
    /** A note, running status, pedals, wheels, pressures, programs, modes, exclusive and real-time bytes. */
    private static final List<byte[]> MESSAGES = List.of(bytes(0x90, 60, 100), bytes(0x80, 60, 64), bytes(0x93, 40, 1, 40, 0), bytes(0xB0, 64, 127),
            bytes(0xB0, 64, 0), bytes(0xB0, 66, 127), bytes(0xB0, 66, 0), bytes(0xB0, 1, 90), bytes(0xE0, 0, 0x7F), bytes(0xD0, 90),
            bytes(0xA0, 60, 90), bytes(0xC0, 5), bytes(0xB0, 121, 0), bytes(0xB0, 123, 0), bytes(0xB0, 120, 0), bytes(0xF0, 0x7E, 1, 0xF7),
            bytes(0xF8), bytes(0xFE), bytes(0xFA), bytes(0xF2, 4, 0), bytes(0xB0, 74, 10), bytes(0xB0, 71, 127),
            bytes(0xB0, 101, 0, 100, 6, 6, 7), bytes(0xBF, 101, 0, 100, 6, 6, 7), bytes(0xE3, 0, 0x7F), bytes(0xB3, 74, 90),
            bytes(0xF0, 0x7F, 0, 8, 2, 0, 1, 60, 61, 0, 0, 0xF7),
            bytes(0xF0, 0x7E, 0, 8, 8, 3, 127, 127, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0xF7));

    private final Stage stage = new Stage();
    private final Engine engine = stage.engine;
    private final float[] left = new float[BLOCK], right = new float[BLOCK];
    private int commands;
    private final MidiDecoder decoder = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, event -> {
        commands++;
        // Which preset plays is not for the engine to decide.
        if (!(event.command() instanceof ControlCommand)) {
            engine.offer(new Event(System.nanoTime(), event.command()));
        }
    });

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** In three modes of voices, for each has its own ways to hang. */
    private void choose(int mode) {
        stage.offer(mode == 0 ? PATCH : PATCH.replace("count: 8", mode == 1 ? "mode: mono" : "mode: legato, priority: lowest"));
        render(2);
    }

    private void render(int blocks) {
        for (int i = 0; i < blocks; i++) {
            engine.process(left, right, BLOCK);
            for (int j = 0; j < BLOCK; j++) {
                assertTrue(Float.isFinite(left[j]) && Float.isFinite(right[j]), "every sample is a number");
            }
        }
    }

    /** What {@link Instrument#panic} sends. */
    private void panicSilences() {
        engine.offer(new Event(System.nanoTime(), new Release.ReleaseSource(SOURCE)));
        engine.offer(new Event(System.nanoTime(), new Release.AllSoundOff(SOURCE, Command.ALL_CHANNELS)));
        render(300);
        assertEquals(0, engine.voices(), "no note hangs");
        for (int i = 0; i < LONGEST_TAIL && !engine.isSilent(); i++) {
            render(1);
        }
        assertTrue(engine.isSilent(), "the echo has died away");
        assertEquals(0, engine.stats().failures());
        assertEquals(0, engine.stats().cured());
        assertEquals(0, engine.stats().scrubbed());
    }

    private void send(byte[] bytes) {
        decoder.decode(Math.round(1e9 * engine.position() / Stage.RATE), bytes, 0, bytes.length);
    }

    @Test void randomBytesBreakNothingAndPanicSilencesThem() {
        SplittableRandom random = new SplittableRandom(11);
        int all = FuzzSize.of(300_000, 10_000_000), rounds = 3;
        byte[] slice = new byte[SLICE];
        for (int round = 0; round < rounds; round++) {
            choose(round);
            for (int sent = 0; sent < all / rounds; sent += SLICE) {
                random.nextBytes(slice);
                send(slice);
                render(1);
            }
            panicSilences();
        }
        assertTrue(commands > all / 20 && engine.stats().mostVoices() >= 8, commands + " commands");
    }

    @Test void mutatedMessagesBreakNothingAndPanicSilencesThem() {
        ByteMutations mutations = new ByteMutations(12);
        int all = FuzzSize.of(150_000, 1_000_000), rounds = 3, together = 24;
        for (int round = 0; round < rounds; round++) {
            choose(round);
            for (int sent = 0; sent < all / rounds; sent++) {
                send(mutations.next(MESSAGES));
                if (sent % together == 0) {
                    render(1);
                }
            }
            panicSilences();
        }
        assertTrue(commands > all / 3 && engine.stats().mostVoices() >= 8, commands + " commands");
    }
}
