package org.chronus.modules.physical;

import static org.chronus.modules.Module.LANES;

/**
 * What a string loses and delays in each period, lane by lane: a low-pass of one pole, and four all-passes of the first order, which make high
 * partials sharp (S. Van Duyne and J. Smith, "A simplified approach to modeling dispersion caused by stiffness in strings and plates", 1994). The
 * fundamental's time is exact; so is its pitch, since both delays are known at it. Built by the loader, run on the audio thread.
 */
final class StringLoop {
    /** The delay of both filters at the fundamental, in frames. */
    final float[] delay = new float[LANES];
    /** The coefficient of the all-passes. */
    final float[] dispersion = new float[LANES];
    /** The low-pass: the share of the last frame. */
    final float[] pole = new float[LANES];
    /** The factor that remains in each period while the key is down. */
    final float[] sustain = new float[LANES];
    /** The same once it is up. */
    final float[] damped = new float[LANES];

    private static final int SECTIONS = 4, HALVINGS = 24;
    private static final double HIGHS = 5_000, FASTER = 39, MINUS_60_DECIBELS = -StrictMath.log(1000), NEARLY_ALL = 0.9;
    private static final double STIFFEST = 0.75, MOST_STIFF = 0.93, NOT_STIFF = 1.01e-7;
    private static final double LEAST_PERIOD = 7;

    private final float[] hertz = new float[LANES];
    private final float[] times = new float[LANES], dampings = new float[LANES], releases = new float[LANES], stiffnesses = new float[LANES];
    private final float[] inharmonicities = new float[LANES];

    void reset(int lane) {
        delay[lane] = 0;
        dispersion[lane] = 0;
        pole[lane] = 0;
        sustain[lane] = 0;
        damped[lane] = 0;
        hertz[lane] = 0;
    }

    /** The ports as they are now: what a lane that sounds follows. */
    void follow(float[] time, float[] damping, float[] release, float[] stiffness, float[] inharmonicity, float rate) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean same = times[lane] == time[lane] && dampings[lane] == damping[lane] && releases[lane] == release[lane]
                    && stiffnesses[lane] == stiffness[lane] && inharmonicities[lane] == inharmonicity[lane];
            if (!same) {
                times[lane] = time[lane];
                dampings[lane] = damping[lane];
                releases[lane] = release[lane];
                stiffnesses[lane] = stiffness[lane];
                inharmonicities[lane] = inharmonicity[lane];
                if (hertz[lane] > 0) {
                    tune(lane, hertz[lane], rate);
                }
            }
        }
    }

    /** A lane's fundamental, in Hz. */
    void tune(int lane, float fundamental, float rate) {
        hertz[lane] = fundamental;
        double f = Math.clamp(fundamental, 1, 0.2 * rate), period = rate / f, w = 2 * Math.PI / period, cosine = cosine(w);
        double sine = Math.sqrt(1 - cosine * cosine), a = pole(lane, f, rate, cosine), delayed = delayOf(a, sine, cosine) / w;
        double most = (period - LEAST_PERIOD) / 2 / SECTIONS;
        double stiff = Math.max(STIFFEST * stiffnesses[lane], coefficient(inharmonicities[lane], period));
        double c = most > 1 ? Math.min(stiff, (most - 1) / (most + 1)) : 0;
        pole[lane] = (float) a;
        dispersion[lane] = (float) -c;
        delay[lane] = (float) (delayed + SECTIONS * (1 + 2 * delayOf(c, sine, cosine) / w));
        // What the low-pass itself lets through of the fundamental.
        double passed = (1 - a) / Math.sqrt(1 + a * a - 2 * a * cosine);
        sustain[lane] = (float) Math.min(StrictMath.exp(MINUS_60_DECIBELS / (times[lane] * f)) / passed, 1);
        damped[lane] = (float) Math.min(StrictMath.exp(MINUS_60_DECIBELS / (releases[lane] * f)) / passed, sustain[lane]);
    }

    /**
     * The coefficient of the all-passes for a B of a stiff string. Their delay at small angles w is short by w^2 / 3 c (1 + c) / (1 - c)^3 frames
     * each, by the series of their phase; a stiff string's, at partial n, by B n^2 / 2 of its period.
     */
    private static double coefficient(double b, double period) {
        double aim = 3 * b * period * period * period / (8 * Math.PI * Math.PI * SECTIONS), low = 0, high = MOST_STIFF;
        for (int step = 0; step < HALVINGS && b > NOT_STIFF; step++) {
            double c = (low + high) / 2, d = 1 - c;
            if (c * (1 + c) < aim * d * d * d) {
                low = c;
            } else {
                high = c;
            }
        }
        return low;
    }

    /** The pole for which the highs decay so much faster than the fundamental, but never so that what is below it would grow. */
    private double pole(int lane, double f, float rate, double cosine) {
        double high = Math.min(Math.max(HIGHS, 4 * f), 0.45 * rate), ratio = high / f - 1;
        double faster = Math.min(FASTER * dampings[lane] * dampings[lane], NEARLY_ALL * (ratio * ratio + 2 * ratio));
        double less = StrictMath.exp(2 * MINUS_60_DECIBELS * faster / (times[lane] * f));
        double most = Math.max(rate / f / 8, 0.5), b = (cosine - less * cosine(2 * Math.PI * high / rate)) / (1 - less);
        return less < 1 - 1e-9 ? Math.min(b - Math.sqrt(Math.max(b * b - 1, 0)), most / (1 + most)) : 0;
    }

    /** For angles up to pi, to 1e-13: four times the angle whose sine is a short series. That of the library makes an object. */
    private static double cosine(double angle) {
        double x = angle / 4, square = x * x;
        double sine = x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110 * (1 - square / 156))))));
        double half = 1 - 2 * sine * sine;
        return 2 * half * half - 1;
    }

    /** The angle by which 1 / (1 - a / z) is late. */
    private static double delayOf(double a, double sine, double cosine) {
        return a == 0 ? 0 : StrictMath.atan(a * sine / (1 - a * cosine));
    }
}
