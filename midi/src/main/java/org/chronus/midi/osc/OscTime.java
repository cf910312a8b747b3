package org.chronus.midi.osc;

import java.time.Instant;

/** Conversion of OSC time tags (NTP format). Stateless; any thread. */
public final class OscTime {
    /** The time tag that means "immediately". */
    public static final long IMMEDIATELY = 1;
    private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;
    private static final double FRACTION = 0x1p-32;

    private OscTime() { }

    /** Nanoseconds from {@code now} to a time tag; negative if it has passed. Time tags wrap around in 2036. */
    public static long nanosUntil(long timeTag, Instant now) {
        if (timeTag == IMMEDIATELY) {
            return 0;
        }
        // Seconds have 32 bits, whose overflow the subtraction forgives.
        int seconds = (int) ((timeTag >>> 32) - (now.getEpochSecond() + SECONDS_FROM_1900_TO_1970));
        return seconds * 1_000_000_000L + Math.round((timeTag & 0xFFFF_FFFFL) * FRACTION * 1e9) - now.getNano();
    }

    /** The time tag of a moment. */
    public static long tag(Instant moment) {
        return moment.getEpochSecond() + SECONDS_FROM_1900_TO_1970 << 32 | (long) (moment.getNano() / 1e9 / FRACTION);
    }
}
