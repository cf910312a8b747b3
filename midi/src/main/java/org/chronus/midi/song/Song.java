package org.chronus.midi.song;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting.MpeZone;

/**
 * A song: events with absolute times. Immutable; any thread.
 *
 * @param name        the name of its file without folder and ending
 * @param events      in the order of playing; {@link Event#nanos()} counts from the start of the song
 * @param lengthNanos nanoseconds up to the end of its longest track, not before the last event
 */
public record Song(String name, List<Event> events, long lengthNanos) {
    /** Throws {@link IllegalArgumentException} if the song ends before its last event does. */
    public Song {
        Objects.requireNonNull(name, "name");
        events = List.copyOf(events);
        long last = events.isEmpty() ? 0 : events.getLast().nanos();
        if (lengthNanos < last) {
            throw new IllegalArgumentException("length must be at least " + last + " ns, the last event, not " + lengthNanos);
        }
    }

    /**
     * The channels, 0..15, that have notes, lowest first; the members of an MPE zone count as its manager. Any thread; scans the whole song.
     */
    public SortedSet<Integer> noteChannels() {
        SortedSet<Integer> channels = new TreeSet<>();
        MpeZones zones = new MpeZones();
        for (Event event : events) {
            if (event.command() instanceof MpeZone zone) {
                zones.configure(zone.channel(), zone.members());
            } else if (event.command() instanceof NoteOn note) {
                channels.add(zones.manager(note.channel()));
            }
        }
        return Collections.unmodifiableSortedSet(channels);
    }

    /** The number of program changes, on all channels. Any thread; scans the whole song. */
    public int programChanges() {
        return (int) events.stream().filter(event -> event.command() instanceof ProgramChange).count();
    }
}
