package org.chronus.modules.oscillators;

import java.util.Arrays;

/**
 * Sets of eight single cycles between which a {@link WavetableOscillator} goes, each the sum of sines by a formula. Each cycle is kept once for
 * each half octave of pitch, with as many partials as are below half the rate there (R. Bristow-Johnson, "Wavetable synthesis 101", 1996).
 *
 * <p>Worked out when an oscillator first needs the set, by {@link StrictMath}, and shared by all from then on. Any thread.
 */
public enum WaveSet {
    /** From a sine to a sawtooth: more and more partials. */
    SAW {
        @Override double amplitude(double place, int partial) {
            return StrictMath.pow(1 - StrictMath.pow(1 - place, 3), partial - 1) / partial;
        }
    },
    /** Pulses from half a cycle wide to a twelfth. */
    PULSE {
        @Override double amplitude(double place, int partial) {
            return StrictMath.sin(Math.PI * partial * 0.5 * StrictMath.pow(0.16, place)) / partial;
        }
    },
    /** One resonance that goes up through the partials, from the first to the sixteenth. */
    FORMANT {
        @Override double amplitude(double place, int partial) {
            double centre = StrictMath.pow(16, place), away = (partial - centre) / (0.6 + 0.25 * centre);
            return StrictMath.exp(-away * away) + 0.1 / (partial * partial);
        }
    },
    /** A tenor's u, o, a, e and i at 110 Hz (the formants of the Csound manual's appendix, after X. Rodet's CHANT). */
    VOCAL {
        @Override double amplitude(double place, int partial) {
            double vowel = place * (FORMANTS.length - 1), sum = 0;
            int first = Math.min((int) vowel, FORMANTS.length - 2);
            for (int formant = 0; formant < 4; formant++) {
                double share = vowel - first, wide = 80 + 20 * formant;
                double hertz = FORMANTS[first][formant] + share * (FORMANTS[first + 1][formant] - FORMANTS[first][formant]);
                double level = LEVELS[first][formant] + share * (LEVELS[first + 1][formant] - LEVELS[first][formant]);
                double away = (partial * 110 - hertz) / wide;
                sum += StrictMath.pow(10, level / 20) / StrictMath.sqrt(1 + away * away);
            }
            return sum;
        }
    },
    /** Drawbars of 8' to 1', pulled one after the other. */
    ORGAN {
        @Override double amplitude(double place, int partial) {
            for (int bar = 0; bar < DRAWBARS.length; bar++) {
                if (DRAWBARS[bar] == partial) {
                    return Math.clamp(place * (CYCLES - 1) - bar + 1, 0, 1);
                }
            }
            return 0;
        }
    },
    /** Few and far partials, whole numbers next to those of a bar that is free at both ends: mellow to clanging. */
    BELL {
        @Override double amplitude(double place, int partial) {
            for (int mode = 0; mode < BAR.length; mode++) {
                if (BAR[mode] == partial) {
                    return StrictMath.pow(0.05 + 0.95 * place, mode);
                }
            }
            return 0;
        }
    };

    /** Cycles of a set. */
    static final int CYCLES = 8;
    /** Samples of a cycle; the first one follows once more. */
    static final int LENGTH = 1 << 12;
    /** From one pitch to the next. */
    static final int STRIDE = (LENGTH + 1) * CYCLES;
    /** Pitches for which a cycle is kept: two to the octave, below half the rate. */
    static final int PITCHES = 20;
    /** Root of the mean square of each cycle. */
    static final double RMS = 0.5;

    private static final int MOST = 512;
    private static final double[][] FORMANTS = {{350, 600, 2_700, 2_900}, {400, 800, 2_600, 2_800}, {650, 1_080, 2_650, 2_900},
        {400, 1_700, 2_600, 3_200}, {290, 1_870, 2_800, 3_250}};
    private static final double[][] LEVELS = {{0, -20, -17, -14}, {0, -10, -12, -12}, {0, -6, -7, -8}, {0, -14, -12, -14}, {0, -15, -18, -20}};
    private static final int[] DRAWBARS = {1, 2, 3, 4, 8, 6, 5, 12};
    private static final int[] BAR = {1, 3, 5, 9, 13, 18};

    private float[] tables;

    /** At 0 to 1 of the way through the set; sines all of them, so that two cycles never cancel. */
    abstract double amplitude(double place, int partial);

    /** Sample after sample of all cycles side by side, for the lowest pitch; then the same for the next. */
    synchronized float[] tables() {
        if (tables == null) {
            tables = make();
        }
        return tables;
    }

    /** The partials that a cycle has for one of the pitches: those that stay below half the rate up to the next one. */
    static int partials(int pitch) {
        double top = StrictMath.pow(2, pitch / 2 - PITCHES / 2) * (pitch % 2 == 0 ? 0.75 : 1);
        return (int) Math.min(MOST, 0.5 / top);
    }

    private float[] make() {
        float[] made = new float[PITCHES * STRIDE];
        double[] sine = new double[LENGTH], sum = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sine[i] = StrictMath.sin(2 * Math.PI * i / LENGTH);
        }
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            double[] amplitudes = amplitudes((double) cycle / (CYCLES - 1));
            Arrays.fill(sum, 0);
            int partial = 0;
            for (int pitch = PITCHES - 1; pitch >= 0; pitch--) {
                for (; partial < partials(pitch); partial++) {
                    for (int i = 0; i < LENGTH && amplitudes[partial] != 0; i++) {
                        sum[i] += amplitudes[partial] * sine[i * (partial + 1) & LENGTH - 1];
                    }
                }
                int from = pitch * STRIDE + cycle;
                for (int i = 0; i <= LENGTH; i++) {
                    made[from + i * CYCLES] = (float) sum[i & LENGTH - 1];
                }
            }
        }
        return made;
    }

    private double[] amplitudes(double place) {
        double[] amplitudes = new double[MOST];
        double power = 0;
        for (int i = 0; i < MOST; i++) {
            amplitudes[i] = amplitude(place, i + 1);
            power += amplitudes[i] * amplitudes[i] / 2;
        }
        for (int i = 0; i < MOST; i++) {
            amplitudes[i] *= RMS / StrictMath.sqrt(power);
        }
        return amplitudes;
    }
}
