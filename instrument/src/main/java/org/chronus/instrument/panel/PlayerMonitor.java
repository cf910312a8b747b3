package org.chronus.instrument.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

import org.chronus.instrument.engine.blackbox.BlackBox;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.Tape;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;

/** What the player's hands and feet do: keys that are down, and the controllers that were moved last. It reads the black box. One thread. */
final class PlayerMonitor {
    private static final int SHOWN = 6, HOLD = 64;

    private record Key(int source, int channel, int key) { }

    private final BlackBox box;
    private final Map<Key, Integer> down = new HashMap<>();
    /** The last moved comes last. */
    private final SequencedMap<String, Double> moved = new LinkedHashMap<>();
    private long passed;

    PlayerMonitor(BlackBox box) {
        this.box = box;
    }

    /** Takes note of what has happened since. */
    void look() {
        Tape.Reading<CommandTape.Entry> news = box.commandsSince(passed);
        if (news.lost() > passed) {
            down.clear();
        }
        passed = news.lost() + news.entries().size();
        news.entries().forEach(entry -> see(entry.command()));
    }

    private void see(Command command) {
        switch (command) {
            case Gesture.NoteOn on -> down.put(new Key(on.source(), on.channel(), on.key()), 1);
            case Gesture.NoteOff off -> down.remove(new Key(off.source(), off.channel(), off.key()));
            case Release.ReleaseSource release -> down.keySet().removeIf(key -> key.source() == release.source());
            case Release.AllNotesOff off -> down.keySet().removeIf(key -> key.source() == off.source());
            case Release.AllSoundOff off -> down.keySet().removeIf(key -> key.source() == off.source());
            case Gesture.Controller move -> move(move.number() == HOLD ? "hold" : "CC " + move.number(), move.value());
            case Gesture.PitchBend bend -> move("bend", bend.value());
            case Gesture.ChannelPressure pressure -> move("pressure", pressure.value());
            default -> { }
        }
    }

    private void move(String what, double value) {
        moved.putLast(what, Math.round(value * 127) / 127.0);
        while (moved.size() > SHOWN) {
            moved.pollFirstEntry();
        }
    }

    /** Numbers of the keys that are down, from the lowest up. */
    List<Integer> keys() {
        TreeSet<Integer> keys = new TreeSet<>();
        down.keySet().forEach(key -> keys.add(key.key()));
        return new ArrayList<>(keys);
    }

    /** Positions of what was moved last, from 0 to 1, of the bend from -1 to 1. */
    Map<String, Double> moved() {
        return moved;
    }
}
