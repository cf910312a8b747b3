package org.chronus.instrument.control;

import java.util.SequencedMap;
import java.util.TreeMap;

/** What was wrong with what came in, counted by kind, whichever adapter it came by. Mutable; any thread but the audio thread. */
public final class FaultCounts {
    private final SequencedMap<String, Long> counts = new TreeMap<>();

    /** One more of a kind: a word in small letters. */
    public synchronized void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    /** The kinds that came, in order. */
    synchronized SequencedMap<String, Long> all() {
        return new TreeMap<>(counts);
    }
}
