package org.chronus.midi.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSongTest {
    @TempDir
    Path folder;
    private Path file;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void choosePath() {
        file = folder.resolve("song.mid");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused("there is no such file: check the path");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(file);
        assertRefused("it is a folder: give a .mid file");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assumeFalse(Files.isReadable(file), "the superuser reads everything");
        assertRefused("it may not be read: check its permissions");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(file);
        assertRefused("not a MIDI file: give a Standard MIDI File (.mid) of format 0 or 1");
    }

    @Test
    void proseIsRefused() throws IOException {
        Files.writeString(file, "Once upon a time there was a piano");
        assertRefused("not a MIDI file: give a Standard MIDI File (.mid) of format 0 or 1");
    }

    @Test
    void formatTwoIsRefused() throws IOException {
        byte[] bytes = smallSong();
        bytes[9] = 2;
        Files.write(file, bytes);
        assertRefused("it has format 2: export it as format 0 or 1");
    }

    @Test
    void aTimeDivisionThatDoesNotExistIsRefused() throws IOException {
        byte[] bytes = smallSong();
        bytes[12] = bytes[13] = 0;
        Files.write(file, bytes);
        assertRefused("its time division is none that exists: the file is damaged; fetch or export it again");
    }

    @Test
    void aSongWithNothingToPlayIsRefused() throws IOException {
        Score.inBeats(96).tempo(0, 500_000).writeTo(file);
        assertRefused("there is nothing in it to play: give a file with notes");
    }

    @Test
    void aSongOfMoreThanADayIsRefused() throws IOException {
        Score.inBeats(1).noteOn(0, 60).noteOff(200_000, 60).writeTo(file);
        assertRefused("it would last longer than a day: the file is damaged; fetch or export it again");
    }

    @Test
    void aHugeFileIsRefusedWithoutBeingLoaded() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(4L << 30);
        }
        assertRefused("it is larger than 8 MiB: split it into shorter songs");
    }

    @Test
    void aTrackThatClaimsTwoGigabytesIsReadUpToTheNext() throws Exception {
        byte[] bytes = smallSong();
        Song whole = read();
        bytes[18] = 0x7F;
        Files.write(file, bytes);
        assertEquals(whole, read());
        assertEquals(List.of(file + ": track 1, byte 14: the track is shorter than it claims: export it again if something is missing"), warnings);
    }

    @Test
    void aSongCutAnywhereIsPlayedUpToThereWithOneWarningOrRefused() throws Exception {
        byte[] whole = smallSong();
        List<Event> all = read().events();
        int played = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            warnings.clear();
            try {
                List<Event> events = new ArrayList<>(read().events());
                events.removeAll(all);
                assertTrue(events.stream().allMatch(event -> event.command() instanceof Gesture.NoteOff), "keys are let go, at " + length);
                assertEquals(1, warnings.size(), "cut at " + length);
                played++;
            } catch (MidiFileException refusal) {
                assertOneLine(refusal);
            }
        }
        assertTrue(played > whole.length / 2, played + " played");
    }

    @Test
    void chunksOfOtherKindsArePassedOver() throws Exception {
        byte[] whole = smallSong();
        byte[] withMore = new byte[whole.length + 10];
        System.arraycopy(whole, 0, withMore, 0, 14);
        System.arraycopy(new byte[] {'X', 'F', 'I', 'H', 0, 0, 0, 2, 1, 2}, 0, withMore, 14, 10);
        System.arraycopy(whole, 14, withMore, 24, whole.length - 14);
        Files.write(file, whole);
        Song plain = read();
        Files.write(file, withMore);
        assertEquals(plain, read());
        assertEquals(List.of(), warnings);
    }

    /** Whatever else is thrown would fail the test. */
    @Test
    void aSongWithAnyByteWrongIsPlayedOrRefusedInOneLine() throws IOException {
        byte[] whole = smallSong();
        Random dice = new Random(7);
        int refused = 0, rounds = 5_000;
        for (int round = 0; round < rounds; round++) {
            byte[] wrong = whole.clone();
            wrong[dice.nextInt(wrong.length)] = (byte) dice.nextInt(256);
            Files.write(file, wrong);
            try {
                assertFalse(read().events().isEmpty());
            } catch (MidiFileException refusal) {
                assertOneLine(refusal);
                refused++;
            }
        }
        assertTrue(refused > rounds / 50 && refused < rounds / 2, refused + " refused");
    }

    private byte[] smallSong() throws IOException {
        Score.inBeats(480).tempo(0, 400_000).put(0, 0xB0, 0, 1).put(0, 0xC0, 5, 0)
                .newTrack().noteOn(0, 60).noteOff(480, 60).put(480, 0xE0, 0, 64)
                .newTrack().noteOn(200, 64).noteOff(960, 64)
                .writeTo(file);
        return Files.readAllBytes(file);
    }

    private Song read() throws MidiFileException {
        return new SongReader(0).read(file, warnings::add);
    }

    private void assertRefused(String why) {
        assertEquals(file + ": " + why, assertThrows(MidiFileException.class, this::read).getMessage());
    }

    private void assertOneLine(MidiFileException refusal) {
        assertTrue(refusal.getMessage().startsWith(file + ": ") && refusal.getMessage().lines().count() == 1, refusal.getMessage());
    }
}
