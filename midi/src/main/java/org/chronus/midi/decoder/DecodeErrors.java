package org.chronus.midi.decoder;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts the invalid bytes of a source, by kind. Mutable: the decoder's thread counts, any thread reads. */
public final class DecodeErrors {
    /** Why a byte is invalid. */
    public enum Kind {
        /** Data bytes without a status. */
        NO_STATUS("data that belong to no message"),
        /** A message that another status interrupts. */
        CUT_SHORT("messages that are cut short"),
        /** A status that MIDI leaves undefined, or F7 without F0. */
        UNDEFINED("statuses that mean nothing"),
        /** A tuning message of the wrong length, or with a wrong checksum. */
        DAMAGED("damaged tunings");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In the plural, for messages. */
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
