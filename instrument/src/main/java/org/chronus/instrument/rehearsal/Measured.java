package org.chronus.instrument.rehearsal;

import java.util.List;
import java.util.Map;

/**
 * What was measured of a preset in a rehearsal. Levels are those before the limiter, in dBFS, at least -200. Immutable; any thread.
 *
 * @param loudness    of the music, in LUFS
 * @param peak        highest sample of the phrase, without the two hands
 * @param handsPeak   highest sample of ten keys as hard as can be, with the pedal
 * @param truePeak    highest point between the samples, of all, in dBTP
 * @param dc          greatest mean of a side while a key is held
 * @param tailSeconds from the last release until 60 dB below the loudest of the phrase
 * @param restarts    voices and effects that were restarted because they made what is not a number
 * @param failure     what the patch threw; empty if nothing, or why it was taken out
 * @param silentKeys  by part, keys of its range that are not heard
 * @param voices      most at once
 * @param core        share of one core that they take, plugins included
 * @param megabytes   what the patch adds in memory
 * @param readyMillis from the request until it is ready, its code warm
 */
public record Measured(double loudness, double peak, double handsPeak, double truePeak, double dc, double tailSeconds, int restarts,
                       String failure, Map<String, List<Integer>> silentKeys, int voices, double core, double megabytes, double readyMillis) {
    /** Copies the map. */
    public Measured {
        silentKeys = Map.copyOf(silentKeys);
    }

    /** What would be measured with a level that is so many dB higher. */
    Measured louder(double decibels) {
        return new Measured(loudness + decibels, peak + decibels, handsPeak + decibels, truePeak + decibels, dc + decibels, tailSeconds, restarts,
                failure, silentKeys, voices, core, megabytes, readyMillis);
    }

    /** True if it falls silent within the longest tail that is waited for. */
    public boolean ends() {
        return tailSeconds < Take.LONGEST_TAIL - 1;
    }

    /** How much faster than real time the most voices are rendered. */
    public double realTimeFactor() {
        return core > 0 ? 1 / core : 0;
    }
}
