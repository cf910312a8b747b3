package org.chronus.midi.decoder;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts the bytes of a source that made no sense, by kind. The decoder's thread counts; any thread reads. */
public final class DecodeErrors {
    /** Why a byte makes no sense. */
    public enum Kind {
        /** Data with no status that it belongs to. */
        NO_STATUS("data that belong to no message"),
        /** A message that another one interrupts. */
        CUT_SHORT("messages that are cut short"),
        /** A status that MIDI leaves undefined, or an end of what has not begun. */
        UNDEFINED("statuses that mean nothing"),
        /** A tuning that contradicts itself, or its checksum. */
        DAMAGED("damaged tunings");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In the plural, for people. */
        @Override public String toString() {
            return words;
        }
    }

    private final AtomicLongArray counts = new AtomicLongArray(Kind.values().length);

    void add(Kind kind, int bytes) {
        if (bytes > 0) {
            counts.addAndGet(kind.ordinal(), bytes);
        }
    }

    /** Bytes of one kind so far. */
    public long of(Kind kind) {
        return counts.get(kind.ordinal());
    }

    /** Bytes of all kinds so far. */
    public long bytes() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }
}
