package org.chronus.midi.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a file that can be played in spite of it, and what is made of it. Mutable; the thread that reads the song. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    void add(String what) {
        found.add(what);
    }

    void addAll(Faults others) {
        found.addAll(others.found);
    }

    /** Of a track, counted from 1, at a place of the file. */
    void add(int track, int at, String what) {
        add("track " + track + ", byte " + at + ": " + what);
    }

    /** The first, and how many there are beside it; empty if there are none. */
    Optional<String> summary() {
        int others = found.size() - 1;
        String more = others < 1 ? "" : others == 1 ? " (and 1 fault more)" : " (and " + others + " faults more)";
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst() + more);
    }
}
