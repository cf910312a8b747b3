package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A song's tempo is that of its echoes. */
class SongTempoTest {
    private static final int RATE = 48_000, TICKS = 480, HEADER = 80;
    /** Its echo comes half a beat later, alone. */
    private static final String ECHO = """
            chronus: 1
            name: Echo
            tempo: 112 bpm
            modules: {amp: {type: vca, gain: 1}}
            cables: [note.gate * 0.5 -> amp -> out]
            mix:
              modules: {echo: {type: delay, time: 0.5 beat, feedback: 0, mix: 1, tone: 20 kHz}}
              cables: [voices -> echo -> out]
            """;

    @TempDir
    Path folder;

    /** Tempo 0: the file says none. */
    @ParameterizedTest
    @CsvSource({"90, 90", "150, 150", "0, 112"})
    void anEchoIsInTheTempoOfTheFileIfItHasOne(int written, int heard) throws Exception {
        Sequence song = new Sequence(Sequence.PPQ, TICKS);
        Track track = song.createTrack();
        if (written > 0) {
            int micros = 60_000_000 / written;
            byte[] tempo = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
            track.add(new MidiEvent(new MetaMessage(0x51, tempo, 3), 0));
        }
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), 0));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), TICKS / 8));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 20, 0), 8 * TICKS));
        Path midi = folder.resolve("song.mid"), wav = folder.resolve("song.wav"), preset = Files.writeString(folder.resolve("echo.yaml"), ECHO);
        MidiSystem.write(song, 0, midi.toFile());
        assertEquals(0, Main.run("render", midi.toString(), "-o", wav.toString(), "--preset", preset.toString(), "--bits", "16"));
        ShortBuffer sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int frame = 0;
        while (Math.abs(sound.get(2 * frame)) < 1_000) {
            frame++;
        }
        assertEquals(30.0 / heard * RATE, frame, 0.001 * RATE, "the echo begins");
    }
}
