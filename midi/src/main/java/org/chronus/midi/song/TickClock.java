package org.chronus.midi.song;

import javax.sound.midi.Sequence;

/**
 * Turns the ticks of a song into nanoseconds. It sums whole units only and divides last, so that an hour of tempo changes is as
 * exact as the first beat: within half a nanosecond. Belongs to the thread that reads the song.
 */
final class TickClock {
    private static final long TWO_BEATS_A_SECOND = 500_000;

    /** A unit is a microsecond divided by ticks per beat; or, where frames of film count, one tick. */
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

    /** From the tick last asked for, a beat lasts this many microseconds, above 0. Songs in frames of film have no tempo. */
    void tempo(int microsPerBeat) {
        if (inBeats) {
            unitsPerTick = microsPerBeat;
        }
    }

    /**
     * Goes on to a tick that is not before the last one.
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
