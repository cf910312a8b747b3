package org.chronus.modules.filters;

/**
 * The formants of four singers' vowels, as the appendix of the Csound manual lists them after the synthesis of the singing voice at IRCAM (X.
 * Rodet, Y. Potard and J.-B. Barriere, "The CHANT project", 1984). Immutable; any thread.
 */
public enum FormantVoice {
    /** Each row is a vowel, a e i o u: five frequencies in Hz, five levels in dB, five bandwidths in Hz. */
    BASS(new double[][] {
        {600, 1_040, 2_250, 2_450, 2_750, 0, -7, -9, -9, -20, 60, 70, 110, 120, 130},
        {400, 1_620, 2_400, 2_800, 3_100, 0, -12, -9, -12, -18, 40, 80, 100, 120, 120},
        {250, 1_750, 2_600, 3_050, 3_340, 0, -30, -16, -22, -28, 60, 90, 100, 120, 120},
        {400, 750, 2_400, 2_600, 2_900, 0, -11, -21, -20, -40, 40, 80, 100, 120, 120},
        {350, 600, 2_400, 2_675, 2_950, 0, -20, -32, -28, -36, 40, 80, 100, 120, 120}}),
    TENOR(new double[][] {
        {650, 1_080, 2_650, 2_900, 3_250, 0, -6, -7, -8, -22, 80, 90, 120, 130, 140},
        {400, 1_700, 2_600, 3_200, 3_580, 0, -14, -12, -14, -20, 70, 80, 100, 120, 120},
        {290, 1_870, 2_800, 3_250, 3_540, 0, -15, -18, -20, -30, 40, 90, 100, 120, 120},
        {400, 800, 2_600, 2_800, 3_000, 0, -10, -12, -12, -26, 70, 80, 100, 130, 135},
        {350, 600, 2_700, 2_900, 3_300, 0, -20, -17, -14, -26, 40, 60, 100, 120, 120}}),
    ALTO(new double[][] {
        {800, 1_150, 2_800, 3_500, 4_950, 0, -4, -20, -36, -60, 80, 90, 120, 130, 140},
        {400, 1_600, 2_700, 3_300, 4_950, 0, -24, -30, -35, -60, 60, 80, 120, 150, 200},
        {350, 1_700, 2_700, 3_700, 4_950, 0, -20, -30, -36, -60, 50, 100, 120, 150, 200},
        {450, 800, 2_830, 3_500, 4_950, 0, -9, -16, -28, -55, 70, 80, 100, 130, 135},
        {325, 700, 2_530, 3_500, 4_950, 0, -12, -30, -40, -64, 50, 60, 170, 180, 200}}),
    SOPRANO(new double[][] {
        {800, 1_150, 2_900, 3_900, 4_950, 0, -6, -32, -20, -50, 80, 90, 120, 130, 140},
        {350, 2_000, 2_800, 3_600, 4_950, 0, -20, -15, -40, -56, 60, 100, 120, 150, 200},
        {270, 2_140, 2_950, 3_900, 4_950, 0, -12, -26, -26, -44, 60, 90, 100, 120, 120},
        {450, 800, 2_830, 3_800, 4_950, 0, -11, -22, -22, -50, 70, 80, 100, 130, 135},
        {325, 700, 2_700, 3_800, 4_950, 0, -16, -35, -40, -60, 50, 60, 170, 180, 200}});

    static final int FORMANTS = 5, VOWELS = 5;

    private final double[][] rows;

    FormantVoice(double[][] rows) {
        this.rows = rows;
    }

    /** In Hz. */
    float frequency(int vowel, int formant) {
        return (float) rows[vowel][formant];
    }

    /** As a factor. */
    float level(int vowel, int formant) {
        return (float) StrictMath.pow(10, rows[vowel][FORMANTS + formant] / 20);
    }

    /** In Hz. */
    float bandwidth(int vowel, int formant) {
        return (float) rows[vowel][2 * FORMANTS + formant];
    }
}
