package org.chronus.midi.song;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Setting.VoiceMode;

/**
 * Sorts the events of one tick by {@link Command#rank()}, otherwise as written. One exception: a note that begins and ends at the same tick
 * must not end first, or it would hang. Mutable; the thread that reads the song.
 */
final class SameTickOrder {
    private static final int AFTER_NOTE_ONS = 4;

    /** Keys that are down before this tick, by channel * 128 + key. */
    private final BitSet held = new BitSet(16 * 128);

    private record Placed(int place, Event event) {}

    /** The events of the next tick, all of them, in the order of playing. */
    List<Event> order(List<Event> written) {
        BitSet struck = new BitSet(16 * 128);
        List<Placed> placed = new ArrayList<>(written.size());
        for (Event event : written) {
            placed.add(new Placed(place(event.command(), struck), event));
        }
        held.or(struck);
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::event).toList();
    }

    private int place(Command command, BitSet struck) {
        switch (command) {
            case NoteOn on -> struck.set(on.channel() * 128 + on.key());
            case NoteOff off -> {
                int key = off.channel() * 128 + off.key();
                if (!held.get(key) && struck.get(key)) {
                    struck.clear(key);
                    return AFTER_NOTE_ONS;
                }
                held.clear(key);
            }
            case AllNotesOff _, AllSoundOff _, VoiceMode _ -> held.clear(command.channel() * 128, command.channel() * 128 + 128);
            default -> { }
        }
        return command.rank();
    }
}
