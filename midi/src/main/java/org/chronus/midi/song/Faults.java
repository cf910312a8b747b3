package org.chronus.midi.song;

import java.util.Optional;

/** What is wrong with a file that can be played in spite of it, and what is made of it. Mutable; the thread that reads the song. */
final class Faults {
    /** Of a damaged file there may be a million: only the first is told. */
    private String first = "";
    private int count;

    void add(String what) {
        first = count == 0 ? what : first;
        count++;
    }

    void addAll(Faults others) {
        first = count == 0 ? others.first : first;
        count += others.count;
    }

    /** Of a track, counted from 1, at a place of the file. */
    void add(int track, int at, String what) {
        add("track " + track + ", byte " + at + ": " + what);
    }

    /** The first, and how many there are beside it; empty if there are none. */
    Optional<String> summary() {
        int others = count - 1;
        String more = others < 1 ? "" : others == 1 ? " (and 1 fault more)" : " (and " + others + " faults more)";
        return count == 0 ? Optional.empty() : Optional.of(first + more);
    }
}
