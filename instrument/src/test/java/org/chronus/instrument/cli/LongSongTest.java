package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of quavers in a tempo that never stays the same, rendered into a file: every one is at its own frame. */
@Tag("L23")
class LongSongTest {
    private static final int RATE = 48_000, TICKS = 480, QUAVER = TICKS / 2, LENGTH = 200, HEADER = 80, MINUTES = 10;
    /** A key is a step up, and another down when it is let go. */
    private static final String STEP = """
            chronus: 1
            name: Step
            modules: {amp: {type: vca, gain: 1}}
            cables: [note.gate * 0.5 -> amp -> out]
            """;

    private final Sequence song;
    /** Exact times of the quavers, in frames. */
    private final List<Double> begins = new ArrayList<>(), ends = new ArrayList<>();

    LongSongTest() throws Exception {
        song = new Sequence(Sequence.PPQ, TICKS);
        Track track = song.createTrack();
        double frame = 0;
        for (int beat = 0; frame < MINUTES * 60.0 * RATE; beat++) {
            int micros = 437_951 + 7_919 * (beat % 13);
            double framesPerTick = micros * 1e-6 * RATE / TICKS;
            byte[] tempo = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
            track.add(new MidiEvent(new MetaMessage(0x51, tempo, 3), (long) beat * TICKS));
            for (int quaver = 0; quaver < 2; quaver++) {
                long tick = (long) beat * TICKS + quaver * QUAVER;
                track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), tick));
                track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), tick + LENGTH));
                begins.add(frame + quaver * QUAVER * framesPerTick);
                ends.add(frame + (quaver * QUAVER + LENGTH) * framesPerTick);
            }
            frame += TICKS * framesPerTick;
        }
    }

    @Test void everyQuaverOfTenMinutesBeginsAndEndsAtItsFrame(@TempDir Path folder) throws Exception {
        Path midi = folder.resolve("song.mid"), wav = folder.resolve("song.wav"), preset = Files.writeString(folder.resolve("step.yaml"), STEP);
        MidiSystem.write(song, 0, midi.toFile());
        assertEquals(0, Main.run("render", midi.toString(), "-o", wav.toString(), "--preset", preset.toString(), "--bits", "16"));
        int begun = 0, ended = 0;
        double latest = 0;
        try (FileChannel file = FileChannel.open(wav)) {
            ShortBuffer sound = file.map(FileChannel.MapMode.READ_ONLY, HEADER, file.size() - HEADER).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            for (int i = 0, before = 0; i < sound.limit(); i += 2) {
                int now = sound.get(i);
                if (now - before > 4_000) {
                    latest = Math.max(latest, Math.abs(i / 2 - begins.get(begun++)));
                } else if (before - now > 4_000) {
                    latest = Math.max(latest, Math.abs(i / 2 - ends.get(ended++)));
                }
                before = now;
            }
        }
        assertEquals(begins.size(), begun, "note-ons");
        assertEquals(ends.size(), ended, "note-offs");
        assertTrue(latest < 1, "the worst is off by " + latest + " frames");
    }
}
