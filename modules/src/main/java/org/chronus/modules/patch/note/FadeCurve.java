package org.chronus.modules.patch.note;

/**
 * The curve of every fade: g(t) = cos(pi/2 sin^2(pi t / 2T)), which starts and ends without a slope (40 dB less splatter than the usual
 * equal-power curve), and its partner, which rises so that the two together keep their power.
 */
public final class FadeCurve {
    private FadeCurve() { }

    /** The falling gains of a fade that lasts this many frames; the first is just below 1, the last is 0. */
    public static float[] falling(int frames) {
        float[] gains = new float[frames];
        for (int i = 0; i < frames; i++) {
            gains[i] = i + 1 == frames ? 0 : (float) Math.cos(angle(i + 1, frames));
        }
        return gains;
    }

    /** The rising gains; the last is 1. */
    public static float[] rising(int frames) {
        float[] gains = new float[frames];
        for (int i = 0; i < frames; i++) {
            gains[i] = (float) Math.sin(angle(i + 1, frames));
        }
        return gains;
    }

    private static double angle(int i, int frames) {
        return Math.PI / 2 * Math.pow(Math.sin(Math.PI * i / (2.0 * frames)), 2);
    }
}
