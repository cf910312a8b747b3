package org.chronus.instrument.listening;

/**
 * A piece of a wave as an oscilloscope shows it: it begins where the wave rises through zero, and of several such places at the one that is most
 * like the picture before, so that it stands still. How long it is follows the pitch; the scale follows the loudness in steps of two. Mutable;
 * one thread.
 */
final class WaveTrace {
    static final int POINTS = 256, FULL = 127;
    private static final int[] MILLIS = {2, 5, 10, 20, 40};
    /** Of the shown piece, how much of a scale is left empty before the next smaller one is taken: it must not go to and fro. */
    private static final double EMPTY = 0.4;
    private static final double SMALLEST = 1.0 / 1_024, LONGEST_SEARCH_SECONDS = 0.05;
    /** Every so many points are compared with those of the picture before. */
    private static final int STRIDE = 4;

    private final int[] left = new int[POINTS];
    private final int[] right = new int[POINTS];
    private final float[] before = new float[POINTS];
    private int millis = 20;
    private double scale = 1;

    /**
     * Takes the newest piece.
     *
     * @param mono  both sides as one; the end is the newest
     * @param hertz the pitch, or not a number
     */
    void take(float[] l, float[] r, float[] mono, double rate, double hertz) {
        int wanted = hertz > 0 ? millis(hertz) : millis;
        boolean same = wanted == millis;
        millis = wanted;
        double step = millis * rate / 1_000 / POINTS, last = mono.length - 2 - step * POINTS;
        double search = rate * (hertz > 0 ? Math.min(LONGEST_SEARCH_SECONDS, 1.5 / hertz) : millis / 1_000.0);
        double from = begin(mono, (int) Math.max(1, last - search), (int) last, step, same);
        double peak = 0;
        for (int i = 0; i < POINTS; i++) {
            before[i] = at(mono, from + i * step);
            peak = Math.max(peak, Math.max(Math.abs(at(l, from + i * step)), Math.abs(at(r, from + i * step))));
        }
        scale(peak);
        for (int i = 0; i < POINTS; i++) {
            left[i] = point(at(l, from + i * step));
            right[i] = point(at(r, from + i * step));
        }
    }

    /** Two periods and a half, or more. */
    private static int millis(double hertz) {
        int fitting = MILLIS[MILLIS.length - 1];
        for (int i = MILLIS.length - 1; i >= 0 && MILLIS[i] * hertz >= 2_500; i--) {
            fitting = MILLIS[i];
        }
        return fitting;
    }

    private double begin(float[] mono, int first, int last, double step, boolean same) {
        double best = last, smallest = Double.POSITIVE_INFINITY;
        for (int i = last; i >= first; i--) {
            if (mono[i] < 0 && mono[i + 1] >= 0) {
                double place = i + mono[i] / (mono[i] - mono[i + 1]), difference = same ? difference(mono, place, step) : 0;
                if (difference < smallest) {
                    smallest = difference;
                    best = place;
                }
            }
        }
        return best;
    }

    private double difference(float[] mono, double from, double step) {
        double sum = 0;
        for (int i = 0; i < POINTS; i += STRIDE) {
            sum += Math.abs(mono[(int) (from + i * step + 0.5)] - before[i]);
        }
        return sum;
    }

    private static float at(float[] wave, double place) {
        int low = (int) place;
        return (float) (wave[low] + (place - low) * (wave[low + 1] - wave[low]));
    }

    private void scale(double peak) {
        while (scale < 1 && peak > scale) {
            scale *= 2;
        }
        while (scale > SMALLEST && peak < EMPTY * scale) {
            scale /= 2;
        }
    }

    private int point(float sample) {
        return (int) Math.round(Math.clamp(sample / scale, -1, 1) * FULL);
    }

    /** Points, evenly spaced, in parts of {@value #FULL} of the scale. */
    int[] left() {
        return left.clone();
    }

    int[] right() {
        return right.clone();
    }

    /** How long it is. */
    int millis() {
        return millis;
    }

    /** What is at the edge, as a factor of full scale. */
    double scale() {
        return scale;
    }
}
