package org.chronus.modules.physical;

/**
 * What is struck, by the ratios of its modes to its pitch. Bars, tubes, bells, plates and membranes as in N. Fletcher and T. Rossing, "The physics of
 * musical instruments" (1998); bars of marimbas and vibraphones are undercut to 1:4:10. Immutable; any thread.
 *
 * <p>Beside its bending modes a bar has some by which it twists, and a tube below it has the third and the fifth partial of a pipe that is
 * closed at one end. The twist of a marimba is as J. La Favre measured it ("First torsional mode in a 5-octave marimba"), 1.8 to 2.1 times the
 * pitch; those of the others, and all levels, are as recordings have them.
 */
enum Body {
    /** Of one thickness, free at both ends: (2 n + 1)^2. */
    BAR(1, 2.757, 5.404, 8.933, 13.345, 18.638, 24.815, 31.874, 39.816, 48.641, 58.349, 68.939),
    MARIMBA(beside(1.9, 0.012, 3, 0.012, 5, 0.018), 1, 3.93, 9.55, 16.7, 24.6, 31.1, 38.5, 47.2),
    VIBRAPHONE(beside(2.67, 0.008, 3, 0.016, 5, 0.008, 6.58, 0.009, 8.12, 0.009), 1, 3.984, 10.67, 17.98, 23.68, 33.64, 44.1),
    GLOCKENSPIEL(beside(3.41, 0.12, 6.85, 0.14, 10.5, 0.1), 1, 2.71, 5.15, 8.43, 12.21, 16.9, 22.3),
    /** Of an orchestral chime, whose pitch is an octave below its fourth mode. */
    TUBE(0.224, 0.617, 1.210, 2, 2.988, 4.173, 5.556, 7.136, 8.914, 10.889, 13.062, 15.432),
    /** Of a church, with hum, prime, minor third, fifth and nominal. */
    BELL(0.5, 1, 1.183, 1.506, 2, 2.514, 2.662, 3.011, 4.166, 5.433, 6.796, 8.215),
    /** Rubbed or struck at its rim. */
    BOWL(1, 2.778, 5.181, 8.163, 11.661, 15.638, 19.99),
    /** Round, with a free rim. */
    PLATE(1, 1.730, 2.328, 3.910, 4.110, 6.300, 6.710, 8.840, 10.08, 12.08, 13.92, 17.1),
    /** Of a drum without air. */
    MEMBRANE(1, 1.594, 2.136, 2.296, 2.653, 2.918, 3.156, 3.501, 3.600, 3.652, 4.060, 4.154),
    /** A bar of one thickness that is clamped at one end, as in music boxes and thumb pianos. */
    TONGUE(1, 6.267, 17.548, 34.386, 56.843, 84.913),
    /** With hammers: harmonic but for its stiffness. */
    STRING(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    /** The most modes that one has. */
    static final int MOST = 12;

    private final double[] ratios;
    /** In turn a ratio and a level. */
    private final double[] beside;

    Body(double... ratios) {
        this(new double[0], ratios);
    }

    Body(double[] beside, double... ratios) {
        this.beside = beside;
        this.ratios = ratios;
    }

    private static double[] beside(double... ratiosAndLevels) {
        return ratiosAndLevels;
    }

    /** How many modes it has. */
    int modes() {
        return ratios.length + beside.length / 2;
    }

    /** Of the mode's frequency to the pitch. */
    float ratio(int mode) {
        return (float) (mode < ratios.length ? ratios[mode] : beside[2 * (mode - ratios.length)]);
    }

    /** How loud a mode is beside the lowest one wherever the body is struck; 0 if that depends on the place. */
    float level(int mode) {
        return mode < ratios.length ? 0 : (float) beside[2 * (mode - ratios.length) + 1];
    }
}
