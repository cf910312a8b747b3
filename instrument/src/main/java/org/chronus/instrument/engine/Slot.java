package org.chronus.instrument.engine;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.Patch;

/**
 * A fixed place for a patch. Two of them take turns; which is active is a matter of the moment. Audio thread only.
 */
final class Slot {
    /** What the patch in it is doing. */
    enum State { EMPTY, ACTIVE, RINGING }

    private State state = State.EMPTY;
    private PrimedPatch primed;
    private boolean played;
    private long quietSince;
    private float[] fade;
    private int fadePosition;
    private boolean leaves;
    private long ringFrame;
    private Swap successor;

    PrimedPatch primed() {
        return primed;
    }

    Patch patch() {
        return primed.patch();
    }

    boolean isEmpty() {
        return state == State.EMPTY;
    }

    /** True if a note was played on it since it became active. */
    boolean wasPlayed() {
        return played;
    }

    void markPlayed() {
        played = true;
    }

    /** The patch becomes active here; with a rising curve if {@code fadeIn} is one. */
    void activate(PrimedPatch newcomer, float[] fadeIn) {
        primed = newcomer;
        state = State.ACTIVE;
        played = false;
        fade = fadeIn;
        fadePosition = 0;
        leaves = false;
    }

    /** The patch of another slot goes on here. */
    void takeOver(Slot other) {
        primed = other.primed;
        state = other.state;
        played = other.played;
        quietSince = other.quietSince;
        fade = other.fade;
        fadePosition = other.fadePosition;
        leaves = other.leaves;
        ringFrame = other.ringFrame;
        successor = other.successor;
        other.empty();
    }

    /** No longer active, from {@code frame} on, because of that change. */
    void ring(long frame, Swap change) {
        state = State.RINGING;
        ringFrame = frame;
        successor = change;
        quietSince = frame;
    }

    /** Fades out by this curve, and is empty after it. */
    void leave(float[] curve) {
        if (!leaves) {
            fade = curve;
            fadePosition = 0;
            leaves = true;
        }
    }

    void empty() {
        state = State.EMPTY;
        primed = null;
        fade = null;
        leaves = false;
    }

    /** At a grid line: empties the slot once its patch has rung out. {@code now} is its frame, {@code rate} in frames per second. */
    void settle(long now, double rate, float[] curve) {
        if (state != State.RINGING) {
            return;
        }
        boolean held = false;
        for (Voices voices : primed.voices()) {
            held |= voices.isHeld();
        }
        if (held) {
            quietSince = now;
        } else if (now - quietSince > primed.preset().holdSeconds() * rate) {
            leave(curve);
        }
        if (leaves && fadePosition >= fade.length || !held && patch().isSilent()) {
            successor.rangOut(now - ringFrame);
            empty();
        }
    }

    /** Adds frames {@code start} to {@code limit - 1} of the patch's output to these, from {@code at} on. */
    void mixInto(float[] left, float[] right, int at, int start, int limit) {
        Signal output = patch().output();
        float[] y = output.data;
        int step = output.step;
        float level = patch().level();
        for (int i = start; i < limit; i++) {
            float gain = level;
            if (fade != null) {
                gain *= fadePosition < fade.length ? fade[fadePosition++] : leaves ? 0 : 1;
            }
            left[at + i - start] += y[i * step] * gain;
            right[at + i - start] += y[i * step + 1] * gain;
        }
    }
}
