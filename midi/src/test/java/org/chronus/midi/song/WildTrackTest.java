package org.chronus.midi.song;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Setting.MasterTuning;
import org.chronus.midi.command.Setting.MasterVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tracks with events that the standard does not have, and with habits of old programs. */
class WildTrackTest {
    private static final String CURE = ": export it again if something is missing";
    private static final long BEAT = 500_000_000;

    @TempDir
    Path folder;
    private Path file;
    private final List<String> warnings = new ArrayList<>();

    /** Hexadecimal bytes; {@code 00 FF 2F 00} is added. */
    private List<Event> read(String track) throws IOException, MidiFileException {
        int[] bytes = Stream.of(track.split(" ")).mapToInt(word -> Integer.parseInt(word, 16)).toArray();
        file = Files.write(folder.resolve("song.mid"), RawSong.of(1).track(bytes).bytes());
        return new SongReader(0).read(file, warnings::add).events();
    }

    private void expect(String warning, List<Event> events, String track) throws Exception {
        assertEquals(events, read(track));
        assertEquals(warning.isEmpty() ? List.of() : List.of(file + ": " + warning + CURE), warnings);
    }

    private static Event on(long nanos) {
        return new Event(nanos, new NoteOn(0, 0, 60, 1));
    }

    private static Event off(long nanos) {
        return new Event(nanos, new NoteOff(0, 0, 60, 1));
    }

    @ParameterizedTest
    @CsvSource({"F8", "F9", "FA", "FB", "FC", "FD", "FE", "F4", "F5", "F6"})
    void aSystemMessageOfOneByteIsPassedOverAndKeepsTheTime(String status) throws Exception {
        expect("track 1, byte 24: " + status + " does not belong in a song and is passed over", List.of(on(BEAT), off(2 * BEAT)),
                "83 60 " + status + " 00 90 3C 7F 83 60 80 3C 7F");
    }

    @ParameterizedTest
    @CsvSource({"F1 10, F1", "F2 10 11, F2", "F3 10, F3"})
    void aSystemMessageTakesItsDataAlong(String message, String status) throws Exception {
        expect("track 1, byte 23: " + status + " does not belong in a song and is passed over", List.of(on(0), off(BEAT)),
                "00 " + message + " 00 90 3C 7F 83 60 80 3C 7F");
    }

    @Test
    void aRealTimeByteMayStandInsideAnEvent() throws Exception {
        expect("track 1, byte 25: F8 does not belong in a song and is passed over (and 1 fault more)", List.of(on(0), off(BEAT)),
                "00 90 3C F8 7F 83 60 80 FE 3C 7F");
    }

    @ParameterizedTest
    @CsvSource({"23, 00 F8 90 3C 7F 83 60 80 3C 7F", "28, 00 90 3C 7F 83 60 F8 80 3C 7F"})
    void aRealTimeByteWithNoTimeOfTheNextEventIsKnownByWhatFollows(int place, String track) throws Exception {
        expect("track 1, byte " + place + ": F8 does not belong in a song and is passed over", List.of(on(0), off(BEAT)), track);
    }

    @Test
    void aTrackMayTickAsAClockDoes() throws Exception {
        expect("track 1, byte 28: F8 does not belong in a song and is passed over (and 3 faults more)", List.of(on(0), off(5 * BEAT)),
                "00 90 3C 7F 83 60 F8 83 60 F8 83 60 F8 83 60 F8 83 60 80 3C 7F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF 01 01 41", "F0 02 01 F7", "F7 01 05", "FF 58 04 04 02 18 08"})
    void runningStatusGoesOnAfterMetaEventsAndSystemExclusive(String between) throws Exception {
        expect("", List.of(on(0), new Event(BEAT, new NoteOff(0, 0, 60, NoteOff.USUAL_VELOCITY))), "00 90 3C 7F 00 " + between + " 83 60 3C 00");
    }

    @Test
    void dataWithoutAStatusIsPassedOver() throws Exception {
        expect("track 1, byte 23: data without a status is passed over", List.of(on(0), off(BEAT)),
                "00 3C 64 90 3C 7F 83 60 80 3C 7F");
    }

    @Test
    void aValueAboveItsRangeCountsAsTheHighest() throws Exception {
        expect("track 1, byte 25: the value 128 is taken as 127", List.of(on(0), off(BEAT)), "00 90 3C 80 83 60 80 3C 7F");
    }

    @Test
    void aNumberBeyondTheStandardEndsItsTrack() throws Exception {
        expect("track 1, byte 26: a number beyond the standard ends the track", List.of(on(0), new Event(0, new NoteOff(0, 0, 60, 64 / 127f))),
                "00 90 3C 7F FF FF FF FF 7F 80 3C 7F");
    }

    @Test
    void aNumberMayHaveZerosInFront() throws Exception {
        expect("", List.of(on(0), off(BEAT)), "80 80 80 80 00 90 3C 7F 80 80 80 83 60 80 3C 7F");
    }

    @ParameterizedTest
    @CsvSource({
        "F0 07 7F 7F 04 01 00 40 F7,       as it should be",
        "F0 03 7F 7F 04 00 F7 04 01 00 40 F7,  in two packets",
        "F0 06 7F 7F 04 01 00 40,          without its end",
        "F0 06 7F 7F 04 01 00 40 F7,       too short a length"})
    void masterVolumeIsUnderstoodAsProgramsWriteIt(String message, String how) throws Exception {
        expect("", List.of(new Event(0, new MasterVolume(0, 64 / 127f)), on(0), off(BEAT)), "00 " + message + " 00 90 3C 7F 83 60 80 3C 7F");
    }

    @Test
    void systemExclusiveOfTooLongALengthIsReadUpToItsEnd() throws Exception {
        expect("track 1, byte 22: system exclusive has a wrong length and is read up to its end",
                List.of(new Event(0, new MasterVolume(0, 64 / 127f)), on(0), off(BEAT)),
                "00 F0 0B 7F 7F 04 01 00 40 F7 00 90 3C 7F 83 60 80 3C 7F");
    }

    @Test
    void twoTracksMayWritePacketsOfSystemExclusiveAtTheSameTime() throws Exception {
        int[] packets = {0, 0xF0, 3, 0x7F, 0x7F, 4, 10, 0xF7, 4, 1, 0, 0x40, 0xF7};
        file = Files.write(folder.resolve("song.mid"), RawSong.of(2).track(packets).track(5, 0x90, 60, 127, 20, 0x80, 60, 127).bytes());
        List<Command> commands = new SongReader(0).read(file, warnings::add).events().stream().map(Event::command).toList();
        assertEquals(List.of(new NoteOn(0, 0, 60, 1), new MasterVolume(0, 64 / 127f), new NoteOff(0, 0, 60, 1)), commands);
    }

    @Test
    void aSongMaySetTheMasterTuning() throws Exception {
        expect("", List.of(new Event(0, new MasterTuning(0, 0.5f)), on(0), new Event(BEAT, new MasterTuning(0, -11.5f)), off(BEAT)),
                "00 F0 07 7F 7F 04 03 00 60 F7 00 90 3C 7F 83 60 F0 07 7F 7F 04 04 00 34 F7 00 80 3C 7F");
    }

    @Test
    void severalFaultsAreOneWarning() throws Exception {
        expect("track 1, byte 23: F8 does not belong in a song and is passed over (and 2 faults more)", List.of(on(0), off(BEAT)),
                "00 F8 00 F6 00 FE 00 90 3C 7F 83 60 80 3C 7F");
    }

    /** 24, 25, 30 drop and 30 frames a second, with 40 ticks each, or one. */
    @ParameterizedTest
    @CsvSource({"E828, 960, 1000000000", "E728, 1000, 1000000000", "E328, 1200, 1001000000", "E228, 1200, 1000000000", "E7FF, 6375, 1000000000",
        "E301, 30, 1001000000"})
    void framesOfFilmCountSecondsAtEveryDivision(String division, int tick, long nanos) throws Exception {
        byte[] bytes = RawSong.of(0, 1, Integer.parseInt(division, 16)).track(0x80 | tick >> 7, tick & 0x7F, 0x90, 60, 127).bytes();
        file = Files.write(folder.resolve("song.mid"), bytes);
        assertEquals(List.of(on(nanos)), new SongReader(0).read(file, warnings::add).events());
    }
}
