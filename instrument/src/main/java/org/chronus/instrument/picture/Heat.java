package org.chronus.instrument.picture;

/** Colours of levels: from black at -110 dB through violet, red and yellow to white at -10 dB. Each is brighter than the one below it. */
final class Heat {
    private static final double SOFTEST = -110, LOUDEST = -10;
    private static final int[] COLORS = {0x000004, 0x1f0c48, 0x550f6d, 0x88226a, 0xbb3754, 0xe35933, 0xf98e09, 0xf9c932, 0xfcffa4};
    private static final int RED = 16, GREEN = 8, BLUE = 0;

    private Heat() { }

    /** Of a level in dB; what is no number is black. */
    static int color(double decibels) {
        double place = Math.clamp((decibels - SOFTEST) / (LOUDEST - SOFTEST), 0.0, 1.0) * (COLORS.length - 1);
        if (!(place >= 0)) {
            return COLORS[0];
        }
        int low = Math.min((int) place, COLORS.length - 2);
        return mix(low, place - low, RED) | mix(low, place - low, GREEN) | mix(low, place - low, BLUE);
    }

    private static int mix(int low, double share, int shift) {
        int from = COLORS[low] >> shift & 0xff, to = COLORS[low + 1] >> shift & 0xff;
        return (int) Math.round(from + share * (to - from)) << shift;
    }
}
