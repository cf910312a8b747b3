package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a song ends: keys are let go, what rings rings out, and nothing is cut. */
class SongEndTest {
    /** The data of a WAV file begin here; two beats make a second. */
    private static final int RATE = 48_000, HEADER = 80, TICKS = 24_000;
    private static final String ORGAN = """
            chronus: 1
            name: Organ
            modules: {osc: {type: sine}, env: {type: adsr, attack: 1 ms, release: 0.2 s}, amp: {type: vca}}
            cables: [osc * 0.5 -> amp -> out, env -> amp.gain]
            """;
    /** It sounds on for minutes. */
    private static final String DRONE = """
            chronus: 1
            name: Drone
            modules: {osc: {type: sine}, env: {type: adsr, release: 60 s}, amp: {type: vca}}
            cables: [osc * 0.5 -> amp -> out, env -> amp.gain]
            """;

    @TempDir
    Path folder;
    private final Sequence song = sequence();
    private final Track track = song.createTrack();

    private static Sequence sequence() {
        try {
            return new Sequence(Sequence.PPQ, TICKS);
        } catch (javax.sound.midi.InvalidMidiDataException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private SongEndTest at(double seconds, int command, int one, int two) throws Exception {
        track.add(new MidiEvent(new ShortMessage(command, 0, one, two), Math.round(seconds * 2 * TICKS)));
        return this;
    }

    /** The left channel. */
    private float[] render(String preset, String... options) throws Exception {
        Path midi = folder.resolve("song.mid"), wav = folder.resolve("song.wav"), file = Files.writeString(folder.resolve("p.yaml"), preset);
        MidiSystem.write(song, 0, midi.toFile());
        String[] words = {"render", midi.toString(), "-o", wav.toString(), "--preset", file.toString(), "--bits", "16"};
        String[] all = java.util.Arrays.copyOf(words, words.length + options.length);
        System.arraycopy(options, 0, all, words.length, options.length);
        assertEquals(0, Main.run(all));
        var sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] left = new float[sound.remaining() / 2];
        for (int i = 0; i < left.length; i++) {
            left[i] = sound.get(2 * i) / 32_768f;
        }
        return left;
    }

    private static float peak(float[] sound, double from, double to) {
        float peak = 0;
        for (int i = (int) (from * RATE); i < Math.min(sound.length, to * RATE); i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        return peak;
    }

    /** A fade to nothing goes below a hundredth in its last millisecond. */
    private static void assertEndsInSilence(float[] sound) {
        double end = sound.length / (double) RATE;
        assertTrue(peak(sound, end - 0.0005, end) < 0.01 * peak(sound, 0, end), "the last half millisecond");
    }

    @Test void aNoteThatIsOnAtTheLastEventIsLetGoAndRingsOut() throws Exception {
        float[] sound = at(0, ShortMessage.NOTE_ON, 69, 127).at(1, ShortMessage.CONTROL_CHANGE, 20, 0).render(ORGAN);
        assertTrue(peak(sound, 0.9, 1) > 0.25, "it sounds to the last event");
        assertTrue(peak(sound, 1, 1.02) > 0.2, "and rings");
        assertTrue(peak(sound, 1.5, 9) < 0.001, "and ends");
        assertTrue(sound.length < 2.5 * RATE, sound.length / (double) RATE + " s");
        assertEndsInSilence(sound);
    }

    @Test void aPedalThatIsDownAtTheLastEventComesUp() throws Exception {
        float[] sound = at(0, ShortMessage.CONTROL_CHANGE, 64, 127).at(0.1, ShortMessage.NOTE_ON, 69, 127).at(0.5, ShortMessage.NOTE_OFF, 69, 64)
                .at(1, ShortMessage.CONTROL_CHANGE, 20, 0).render(ORGAN);
        assertTrue(peak(sound, 0.9, 1) > 0.25, "the pedal holds it");
        assertTrue(sound.length < 2.5 * RATE, sound.length / (double) RATE + " s");
    }

    @Test void withoutATailItFadesWithinTenMilliseconds() throws Exception {
        float[] sound = at(0, ShortMessage.NOTE_ON, 69, 127).at(1, ShortMessage.CONTROL_CHANGE, 20, 0).render(ORGAN, "--tail", "0");
        assertEquals(1.01, sound.length / (double) RATE, 0.0001);
        assertTrue(peak(sound, 0.99, 1) > 0.25);
        assertEndsInSilence(sound);
    }

    @Test void whatRingsLongerThanTheTailIsFadedOut() throws Exception {
        float[] sound = at(0, ShortMessage.NOTE_ON, 69, 127).at(0.5, ShortMessage.NOTE_OFF, 69, 64).render(DRONE, "--tail", "2");
        assertEquals(2.5, sound.length / (double) RATE, 0.0001);
        assertTrue(peak(sound, 1.9, 2) > 0.9 * peak(sound, 1, 1.1), "up to the last half second it is as it was");
        assertEndsInSilence(sound);
    }

    @Test void theRenderEndsWithTheSoundWhateverComesMuchLater() throws Exception {
        float[] sound = at(0, ShortMessage.NOTE_ON, 69, 127).at(0.5, ShortMessage.NOTE_OFF, 69, 64)
                .at(1_200, ShortMessage.CONTROL_CHANGE, 20, 0).render(ORGAN);
        assertTrue(sound.length < 2 * RATE, sound.length / (double) RATE + " s");
    }

    @Test void aNoteThatComesMuchLaterIsWaitedFor() throws Exception {
        float[] sound = at(0, ShortMessage.NOTE_ON, 69, 127).at(0.5, ShortMessage.NOTE_OFF, 69, 64)
                .at(30, ShortMessage.NOTE_ON, 69, 127).at(30.5, ShortMessage.NOTE_OFF, 69, 64).render(ORGAN);
        assertTrue(peak(sound, 30, 30.5) > 0.25);
        assertTrue(sound.length < 32 * RATE, sound.length / (double) RATE + " s");
    }
}
