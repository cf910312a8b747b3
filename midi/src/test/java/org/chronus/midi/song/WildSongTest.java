package org.chronus.midi.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose chunks are not what the standard says: how they are wrapped, how long they claim to be, how many there are. */
class WildSongTest {
    private static final String CURE = ": export it again if something is missing";
    private static final int[] SECOND_NOTE = {0, 0x91, 64, 127, 0x83, 0x60, 0x81, 64, 127};

    @TempDir
    Path folder;
    private Path file;
    private final List<String> warnings = new ArrayList<>();

    private static byte[] oneNote() {
        return RawSong.of(1).track(RawSong.NOTE).bytes();
    }

    private static RawSong wrapped(byte[] before, int size, byte[] song) {
        return new RawSong().text("RIFF").raw(1, 2, 3, 0).text("RMID").bytes(before).riff("data", size, song);
    }

    private Song read(byte[] bytes) throws IOException, MidiFileException {
        file = Files.write(folder.resolve("song.mid"), bytes);
        return new SongReader(0).read(file, warnings::add);
    }

    /** Key 60 for a beat, and if {@code second} 64 as well. */
    private void plays(byte[] bytes, boolean second) throws Exception {
        List<Event> events = new ArrayList<>();
        for (long nanos = 0; nanos <= 500_000_000; nanos += 500_000_000) {
            for (int i = 0; i < (second ? 2 : 1); i++) {
                events.add(new Event(nanos, nanos == 0 ? new NoteOn(0, i, 60 + 4 * i, 1) : new NoteOff(0, i, 60 + 4 * i, 1)));
            }
        }
        assertEquals(new Song("song", events, 500_000_000), read(bytes));
    }

    private void playsWithout(byte[] bytes) throws Exception {
        plays(bytes, false);
        assertEquals(List.of(), warnings);
    }

    private void playsWarning(String warning, byte[] bytes, boolean second) throws Exception {
        plays(bytes, second);
        assertEquals(List.of(file + ": " + warning + CURE), warnings);
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 0, 20, 0x7FFFFFFF, -1})
    void aWrappedSongIsPlayedWhateverSizesTheWrappingClaims(int size) throws Exception {
        playsWithout(wrapped(new byte[0], size, oneNote()).riff("LIST", 6, "INFO!!".getBytes()).bytes());
    }

    @Test
    void theSongIsFoundBehindOtherChunksOfTheWrapping() throws Exception {
        byte[] info = new RawSong().riff("LIST", 13, "INFOMThd\0\0\0\6!".getBytes()).riff("DISP", 5, "hello".getBytes()).bytes();
        playsWithout(wrapped(info, 35, oneNote()).bytes());
        byte[] unpadded = new RawSong().text("DISP").raw(5, 0, 0, 0).text("hello").bytes();
        playsWithout(wrapped(unpadded, 35, oneNote()).bytes());
    }

    @Test
    void aSongOfOddSizeMayHaveAByteOfPaddingOrNone() throws Exception {
        assertEquals(35, oneNote().length);
        playsWithout(wrapped(new byte[0], 35, oneNote()).riff("DLS ", 4, new byte[4]).bytes());
        playsWithout(new RawSong().text("RIFF").raw(0, 0, 0, 0).text("RMIDdata").raw(35, 0, 0, 0).bytes(oneNote())
                .text("DLS ").raw(0, 0, 0, 0).bytes());
    }

    @Test
    void aWrappingWithoutASongIsRefused() {
        MidiFileException refusal = assertThrows(MidiFileException.class, () -> read(wrapped(new byte[0], 4, new byte[4]).bytes()));
        assertEquals(file + ": not a MIDI file: give a Standard MIDI File (.mid) of format 0 or 1", refusal.getMessage());
    }

    @Test
    void aSongBehindAPrefaceIsFound() throws Exception {
        playsWarning("there is something else in the first 128 bytes", new RawSong().bytes(new byte[128]).bytes(oneNote()).bytes(), false);
    }

    @Test
    void theLastTrackMayClaimMoreThanThereIs() throws Exception {
        int[] events = RawSong.joined(RawSong.NOTE, RawSong.END);
        playsWarning("track 1, byte 14: the track is shorter than it claims", RawSong.of(1).claiming("MTrk", 40, events).bytes(), false);
    }

    @Test
    void aTrackThatIsCutIsPlayedUpToThereAndLetsGoOfItsKeys() throws Exception {
        Song song = read(RawSong.of(1).claiming("MTrk", 40, 0, 0x90, 60, 127, 0x60, 62, 127, 0x60, 64).bytes());
        assertEquals(List.of(new Event(0, new NoteOn(0, 0, 60, 1)), new Event(100_000_000, new NoteOn(0, 0, 62, 1)),
                new Event(200_000_000, new NoteOff(0, 0, 60, 64 / 127f)), new Event(200_000_000, new NoteOff(0, 0, 62, 64 / 127f))), song.events());
        assertEquals(List.of(file + ": track 1, byte 29: the track ends in the middle of an event" + CURE), warnings);
    }

    @ParameterizedTest
    @CsvSource({"5, shorter", "-3, longer", "13, shorter", "21, shorter"})
    void aTrackInTheMiddleMayHaveAWrongLength(int more, String what) throws Exception {
        playsWarning("track 1, byte 14: the track is " + what + " than it claims", RawSong.of(2)
                .claiming("MTrk", 13 + more, RawSong.joined(RawSong.NOTE, RawSong.END)).track(SECOND_NOTE).bytes(), true);
    }

    @ParameterizedTest
    @CsvSource({"5, 5 tracks", "1, 1 track", "0, 0 tracks", "65535, 65535 tracks"})
    void theTracksThatAreThereCountNotThoseThatAreAnnounced(int announced, String what) throws Exception {
        byte[] bytes = RawSong.of(announced).track(RawSong.NOTE).track(SECOND_NOTE).bytes();
        playsWarning("it announces " + what + " and has 2", bytes, true);
    }

    @Test
    void aSongMayHaveMoreThanThirtyTwoThousandTracks() throws Exception {
        RawSong song = RawSong.of(40_000);
        for (int i = 1; i < 40_000; i++) {
            song.track();
        }
        playsWithout(song.track(RawSong.NOTE).bytes());
    }

    @Test
    void formatZeroMayHaveMoreThanOneTrack() throws Exception {
        plays(RawSong.of(0, 2, RawSong.DIVISION).track(RawSong.NOTE).track(SECOND_NOTE).bytes(), true);
        assertEquals(List.of(), warnings);
    }

    @Test
    void anyFormatWillDoForOneTrack() throws Exception {
        playsWithout(RawSong.of(2, 1, RawSong.DIVISION).track(RawSong.NOTE).bytes());
        playsWarning("it has format 65535, which does not exist", RawSong.of(0xFFFF, 1, RawSong.DIVISION).track(RawSong.NOTE).bytes(), false);
    }

    @Test
    void alienChunksMayStandAnywhere() throws Exception {
        plays(RawSong.of(2).chunk("XFIH", 1).track(RawSong.NOTE).chunk("XFKM", 'M', 'T', 'r', 'k', 0, 0, 0, 1, 0).track(SECOND_NOTE)
                .chunk("CASM").bytes(), true);
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "junk that is longer than a chunk", "\0\0", "MTrk", "a line\n", "MThd\0\0\0\6\0\0\0\1\0\1MTrk\0\0\0\1\0"})
    void whatFollowsTheLastTrackIsPassedOver(String junk) throws Exception {
        playsWarning("byte 35: what is no chunk of a song is passed over", new RawSong().bytes(oneNote()).text(junk).bytes(), false);
    }

    @Test
    void whatStandsBetweenTwoTracksIsPassedOver() throws Exception {
        playsWarning("byte 35: what is no chunk of a song is passed over",
                RawSong.of(2).track(RawSong.NOTE).raw(0, 0, 0, 0, 9, 9).track(SECOND_NOTE).bytes(), true);
    }

    @Test
    void aHeaderMayBeLongerThanUsual() throws Exception {
        playsWithout(new RawSong().chunk("MThd", 0, 1, 0, 1, 1, 0xE0, 1, 2, 3, 4).track(RawSong.NOTE).bytes());
    }

    @Test
    void aHeaderOfAWrongLengthIsNotBelieved() throws Exception {
        playsWarning("its header has a wrong length",
                new RawSong().claiming("MThd", 100_000, 0, 1, 0, 1, 1, 0xE0).track(RawSong.NOTE).bytes(), false);
    }

    @Test
    void aTrackNeedsNoEnd() throws Exception {
        playsWithout(RawSong.of(1).chunk("MTrk", RawSong.NOTE).bytes());
    }

    @Test
    void whatFollowsTheEndOfATrackIsPassedOver() throws Exception {
        playsWarning("track 1, byte 35: what follows the end of the track is passed over", RawSong.of(2)
                .chunk("MTrk", RawSong.joined(RawSong.joined(RawSong.NOTE, RawSong.END), 0, 0x90, 72, 127)).track(SECOND_NOTE).bytes(), true);
    }

    @Test
    void whatIsDamagedAndHasNothingToPlayIsRefusedInOneLine() {
        assertThrows(MidiFileException.class, () -> read(RawSong.of(1).track(0, 0xF8, 0, 0xFF, 1, 0).bytes()));
        MidiFileException refusal = assertThrows(MidiFileException.class, () -> read(RawSong.of(1).track(0, 0xF8).bytes()));
        assertEquals(file + ": there is nothing in it that can be played; track 1, byte 23: F8 does not belong in a song and is passed over: "
                + "fetch or export it again", refusal.getMessage());
        assertEquals(List.of(), warnings);
    }
}
