package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song of one MPE keyboard, rendered: every channel bends its own note, also the tenth. */
class MpeSongTest {
    private static final int RATE = 48_000, HEADER = 80, LENGTH = 32_768, TICKS = 480;
    private static final String SINE = """
            chronus: 1
            name: Sine
            modules: {osc: {type: sine}, env: {type: adsr, attack: 1 ms}, amp: {type: vca}}
            cables: [osc * 0.2 -> amp -> out, env -> amp.gain]
            """;

    private final Track track;
    private final Sequence song;

    MpeSongTest() throws Exception {
        song = new Sequence(Sequence.PPQ, TICKS);
        track = song.createTrack();
    }

    private void add(long tick, int kind, int channel, int first, int second) throws Exception {
        track.add(new MidiEvent(new ShortMessage(kind, channel, first, second), tick));
    }

    @Test void everyFingerBendsItsOwnNote(@TempDir Path folder) throws Exception {
        add(0, ShortMessage.CONTROL_CHANGE, 0, 101, 0);
        add(0, ShortMessage.CONTROL_CHANGE, 0, 100, 6);
        add(0, ShortMessage.CONTROL_CHANGE, 0, 6, 15);
        add(0, ShortMessage.PITCH_BEND, 9, 0, 80);
        add(0, ShortMessage.NOTE_ON, 9, 60, 127);
        add(0, ShortMessage.NOTE_ON, 2, 67, 127);
        add(4 * TICKS, ShortMessage.NOTE_OFF, 9, 60, 64);
        add(4 * TICKS, ShortMessage.NOTE_OFF, 2, 67, 64);
        Path midi = folder.resolve("song.mid"), wav = folder.resolve("song.wav"), preset = Files.writeString(folder.resolve("sine.yaml"), SINE);
        MidiSystem.write(song, 0, midi.toFile());
        assertEquals(0, Main.run("render", midi.toString(), "-o", wav.toString(), "--preset", preset.toString(), "--bits", "16"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        float[] sound = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sound[i] = bytes.getShort(HEADER + 4 * (RATE / 2 + i)) / 32_768f;
        }
        Spectrum spectrum = Spectrum.of(sound, RATE);
        double full = spectrum.amplitudeNear(hertz(67));
        assertEquals(0.2 * Math.pow(100 / 127.0, 2), full, 0.02, "where it was");
        assertEquals(full, spectrum.amplitudeNear(hertz(72)), 0.02 * full, "an octave up, a quarter of 48 semitones");
        assertEquals(0, spectrum.amplitudeNear(hertz(60)), 0.02 * full);
    }

    private static double hertz(int key) {
        return 440 * Math.pow(2, (key - 69) / 12.0);
    }
}
