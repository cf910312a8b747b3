package org.chronus.midi.song;

import javax.sound.midi.Sequence;

/**
 * Converts the ticks of a song into nanoseconds. It sums integers and divides last, so that an hour of tempo changes is exact to half a
 * nanosecond. Mutable; the thread that reads the song.
 */
final class TickClock {
    private static final long TWO_BEATS_A_SECOND = 500_000;

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

    /**
     * A clock at tick 0.
     *
     * @param divisionType one of the four kinds of {@link Sequence}
     * @param resolution   ticks per beat or per frame, above 0
     */
    static TickClock of(float divisionType, int resolution) {
        if (divisionType == Sequence.PPQ) {
            return new TickClock(true, TWO_BEATS_A_SECOND, 1_000, resolution);
        }
        if (divisionType == Sequence.SMPTE_30DROP) {
            // 30 frames in 1.001 s: a frame lasts 100,100,000 / 3 ns.
            return new TickClock(false, 1, 100_100_000, 3L * resolution);
        }
        return new TickClock(false, 1, 1_000_000_000, (long) divisionType * resolution);
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
