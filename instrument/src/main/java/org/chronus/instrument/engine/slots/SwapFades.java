package org.chronus.instrument.engine.slots;

import org.chronus.modules.patch.note.FadeCurve;
import org.chronus.presets.preset.Transition;

/**
 * The curves by which patches come and go, a gain for each frame: 10 ms, or 3 ms for a cut. Mutable only in that another sample rate brings
 * others; audio thread only.
 */
final class SwapFades {
    private static final double SWAP_SECONDS = 0.010, CUT_SECONDS = 0.003;

    private double sampleRate;
    private float[] fadeOut, fadeIn, cutOut, cutIn;

    /** {@code sampleRate} in Hz. */
    SwapFades(double sampleRate) {
        rate(sampleRate);
    }

    /** [while nothing is rendered] Another sample rate, in Hz. */
    void rate(double hertz) {
        sampleRate = hertz;
        int swap = (int) Math.round(SWAP_SECONDS * sampleRate), cut = (int) Math.round(CUT_SECONDS * sampleRate);
        fadeOut = FadeCurve.falling(swap);
        fadeIn = FadeCurve.rising(swap);
        cutOut = FadeCurve.falling(cut);
        cutIn = FadeCurve.rising(cut);
    }

    double sampleRate() {
        return sampleRate;
    }

    float[] fadeOut() {
        return fadeOut;
    }

    float[] fadeIn() {
        return fadeIn;
    }

    float[] cutOut() {
        return cutOut;
    }

    /** How a patch goes that may not ring. */
    float[] leaving(Transition how) {
        return how == Transition.CUT ? cutOut : fadeOut;
    }

    /** How a patch comes; null if it is there at once, beside the one that rings. */
    float[] arriving(Transition how) {
        return how == Transition.RING ? null : how == Transition.CUT ? cutIn : fadeIn;
    }
}
