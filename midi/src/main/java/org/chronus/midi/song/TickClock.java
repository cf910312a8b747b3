package org.chronus.midi.song;

/**
 * Converts the ticks of a song into nanoseconds. It sums integers and divides last, so that an hour of tempo changes is exact to half a
 * nanosecond. Mutable; the thread that reads the song.
 */
final class TickClock {
    private static final long TWO_BEATS_A_SECOND = 500_000;
    private static final int DROP_FRAMES = 29;

    /** A unit is a microsecond divided by ticks per beat; with SMPTE time it is one tick. */
    private long unitsPerTick;
    private final boolean inBeats;
    private final long nanosNumerator, nanosDenominator;
    private long tick, units;

    private TickClock(boolean inBeats, long unitsPerTick, long nanosNumerator, long nanosDenominator) {
        this.inBeats = inBeats;
        this.unitsPerTick = unitsPerTick;
        this.nanosNumerator = nanosNumerator;
        this.nanosDenominator = nanosDenominator;
    }

    /** True if a header may have this division: ticks for each beat, or frames and ticks for each frame. */
    static boolean isDivision(int division) {
        return isInBeats(division) ? division > 0 : ticksPerFrame(division) > 0 && switch (framesPerSecond(division)) {
            case 24, 25, DROP_FRAMES, 30 -> true;
            default -> false;
        };
    }

    /**
     * A clock at tick 0.
     *
     * @param division 16 bits of the header, see {@link #isDivision}: ticks for each beat; or minus frames per second in the upper byte and
     *                 ticks for each frame in the lower
     */
    static TickClock of(int division) {
        if (isInBeats(division)) {
            return new TickClock(true, TWO_BEATS_A_SECOND, 1_000, division);
        }
        long frames = framesPerSecond(division), ticks = ticksPerFrame(division);
        // 29 stands for 30 frames in 1.001 s: a frame lasts 100,100,000 / 3 ns.
        return frames == DROP_FRAMES ? new TickClock(false, 1, 100_100_000, 3 * ticks)
                : new TickClock(false, 1, 1_000_000_000, frames * ticks);
    }

    private static boolean isInBeats(int division) {
        return (division & 0x8000) == 0;
    }

    private static int framesPerSecond(int division) {
        return -(byte) (division >> 8);
    }

    private static int ticksPerFrame(int division) {
        return division & 0xFF;
    }

    /** The length of a beat in microseconds, above 0, from the latest tick on. No effect with SMPTE time. */
    void tempo(int microsPerBeat) {
        if (inBeats) {
            unitsPerTick = microsPerBeat;
        }
    }

    /**
     * The time of a tick that is not before the last one.
     *
     * @return nanoseconds from the start, rounded to the nearest
     * @throws ArithmeticException if they are more than a long holds
     */
    long nanosAt(long next) {
        units = Math.addExact(units, Math.multiplyExact(next - tick, unitsPerTick));
        tick = next;
        long whole = units / nanosDenominator, rest = units % nanosDenominator;
        long fraction = (rest * nanosNumerator + nanosDenominator / 2) / nanosDenominator;
        return Math.addExact(Math.multiplyExact(whole, nanosNumerator), fraction);
    }
}
