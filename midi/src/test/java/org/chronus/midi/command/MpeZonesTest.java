package org.chronus.midi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.song.Song;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpeZonesTest {
    private final MpeZones zones = new MpeZones();

    /** The managers of all channels. */
    private List<Integer> managers() {
        return IntStream.range(0, 16).mapToObj(zones::manager).toList();
    }

    @Test
    void withoutZonesEveryChannelIsItsOwn() {
        assertEquals(IntStream.range(0, 16).boxed().toList(), managers());
    }

    @Test
    void aZoneCountsFromItsManagerInwards() {
        zones.configure(0, 3);
        zones.configure(15, 2);
        assertEquals(List.of(0, 0, 0, 0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 15, 15), managers());
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 15, 7, 7, 7", "0, 10, 15, 7, 7, 7", "15, 14, 0, 3, 3, 11", "0, 5, 15, 15, 0, 15", "15, 5, 0, 15, 15, 0", "0, 14, 15, 0, 14, 0",
        "0, 14, 15, 14, 0, 14"})
    void theNewerZoneTakesWhatItNeedsOfTheOther(int first, int members, int second, int more, int lower, int upper) {
        zones.configure(first, members);
        zones.configure(second, more);
        assertEquals(lower, IntStream.range(1, 16).filter(c -> zones.manager(c) == 0).count());
        assertEquals(upper, IntStream.range(0, 15).filter(c -> zones.manager(c) == 15).count());
    }

    @Test
    void whatChangesIsToldBeforehand() {
        assertEquals(0b0000_0000_0000_1111, zones.changes(0, 3));
        zones.configure(0, 3);
        assertEquals(0, zones.changes(0, 3));
        assertEquals(0b0000_0000_0000_1111, zones.changes(0, 2));
        assertEquals(0b1111_0000_0000_0000, zones.changes(15, 3));
        assertEquals(0xFFFF, zones.changes(15, 15));
    }

    @Test
    void aManagerReachesItsZoneAndAMemberItself() {
        zones.configure(0, 3);
        assertEquals(List.of(0, 1, 2, 3), IntStream.range(0, 16).filter(c -> zones.reaches(0, c)).boxed().toList());
        assertEquals(List.of(2), IntStream.range(0, 16).filter(c -> zones.reaches(2, c)).boxed().toList());
        assertEquals(16, IntStream.range(0, 16).filter(c -> zones.reaches(Command.ALL_CHANNELS, c)).count());
        zones.clear();
        assertEquals(List.of(0), IntStream.range(0, 16).filter(c -> zones.reaches(0, c)).boxed().toList());
    }

    @Test
    void ofASongTheNotesOfAZoneAreItsManagers() {
        List<Event> events = List.of(new Event(0, new MpeZone(0, 15, 3)), new Event(1, new NoteOn(0, 13, 60, 1)),
                new Event(2, new NoteOn(0, 4, 60, 1)));
        assertEquals(List.of(4, 15), List.copyOf(new Song("song", events, 2).noteChannels()));
    }

    @Test
    void onlyTheFirstAndTheLastChannelManage() {
        assertThrows(IllegalArgumentException.class, () -> new MpeZone(0, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new MpeZone(0, 0, 16));
    }
}
