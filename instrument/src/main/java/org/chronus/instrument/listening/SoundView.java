package org.chronus.instrument.listening;

import java.util.Optional;

/**
 * What a sound is at a moment. Immutable but for the arrays, which are nobody else's.
 *
 * @param wave     what an oscilloscope shows
 * @param spectrum levels of bands, from the lowest up, in whole dB below a sine of full scale
 * @param pitch    nothing if there is no clear one
 * @param levels   what the meters say
 */
public record SoundView(Wave wave, int[] spectrum, Optional<Pitch> pitch, Levels levels) {
    /**
     * A piece of the wave.
     *
     * @param scale  what is at the edge, as a factor of full scale
     * @param left   points, evenly spaced, from -127 to 127
     * @param right  the same of the other side
     */
    public record Wave(int millis, double scale, int[] left, int[] right) { }

    /**
     * A pitch, by equal temperament from an A4 of some frequency.
     *
     * @param note  the nearest, as {@code A4}
     * @param cents from there, -50 to 50
     */
    public record Pitch(double hertz, String note, double cents) {
        private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
        private static final int A4 = 69;

        static Pitch of(double hertz, double a4) {
            double key = A4 + 12 * Math.log(hertz / a4) / Math.log(2);
            int nearest = (int) Math.round(key);
            return new Pitch(hertz, NAMES[Math.floorMod(nearest, 12)] + (Math.floorDiv(nearest, 12) - 1), 100 * (key - nearest));
        }
    }

    /**
     * Levels in dB below full scale, and loudness in LUFS; silence is negative infinity.
     *
     * @param leftPeak   the largest sample, falling back
     * @param rightPeak  that of the other side
     * @param rms        of both sides, of the last sixth of a second, or a little more
     * @param truePeak   the highest since the beginning
     * @param integrated since the beginning
     */
    public record Levels(double leftPeak, double rightPeak, double rms, double truePeak, double momentary, double shortTerm, double integrated) { }
}
