package org.chronus.instrument.engine.slots;

import org.chronus.modules.Signal;

/**
 * A fixed place for a patch. Two of them take turns; which is active is a matter of the moment. What its patch throws, or what is not a
 * number in its sound, ends here. Audio thread only.
 */
public final class Slot {
    /** What the patch in it is doing. */
    enum State { EMPTY, FALLBACK, ACTIVE, RINGING, FAILED }

    /** 60 dB over full scale: nobody means that. */
    private static final float ABSURD = 1_000;
    /** Three times in a second is once too often. */
    private final FaultWindow strikes = new FaultWindow();
    private final float[] failing;
    private State state = State.EMPTY;
    private PrimedPatch primed;
    private boolean played;
    private long quietSince;
    private float[] fade;
    private int fadePosition;
    private boolean leaves;
    private long ringFrame;
    private Swap successor;
    private float lastLeft;
    private float lastRight;

    /** @param failing the falling curve by which the last frame of a patch that failed goes to zero */
    Slot(float[] failing) {
        this.failing = failing;
    }

    public PrimedPatch primed() {
        return primed;
    }

    State state() {
        return state;
    }

    boolean isEmpty() {
        return state == State.EMPTY;
    }

    /** True if its patch runs. */
    public boolean sounds() {
        return state == State.ACTIVE || state == State.RINGING;
    }

    /** True if a note was played on it since it became active. */
    public boolean wasPlayed() {
        return played;
    }

    public void markPlayed() {
        played = true;
    }

    /** True if it plays what was primed as that generation. */
    public boolean has(long generation) {
        return primed != null && primed.generation() == generation;
    }

    /** The patch waits here, to take over if the active one fails. */
    void standBy(PrimedPatch spare) {
        primed = spare;
        state = State.FALLBACK;
        played = false;
    }

    /** The patch becomes active here; with a rising curve if {@code fadeIn} is one. */
    void activate(PrimedPatch newcomer, float[] fadeIn) {
        primed = newcomer;
        state = State.ACTIVE;
        played = false;
        fade = fadeIn;
        fadePosition = 0;
        leaves = false;
        strikes.forget();
    }

    /** The patch that rings here, or waits, becomes the active one. A fade that has begun turns back. */
    void takeOver(float[] fadeIn) {
        boolean returns = state == State.RINGING && leaves;
        int turn = turn(fadeIn);
        boolean was = played;
        activate(primed, returns ? fadeIn : null);
        fadePosition = turn;
        played = was;
    }

    /** Where a curve has the gain at which the present one, its partner, has arrived; its beginning if that is through. */
    private int turn(float[] curve) {
        return fade == null ? 0 : Math.round(curve.length * Math.max(0, 1 - fadePosition / (float) fade.length));
    }

    /** The patch of another slot goes on here. */
    void moveFrom(Slot other) {
        primed = other.primed;
        state = other.state;
        played = other.played;
        quietSince = other.quietSince;
        fade = other.fade;
        fadePosition = other.fadePosition;
        leaves = other.leaves;
        ringFrame = other.ringFrame;
        successor = other.successor;
        lastLeft = other.lastLeft;
        lastRight = other.lastRight;
        other.empty();
    }

    /** No longer active, from {@code frame} on, because of that change. */
    void ring(long frame, Swap change) {
        state = State.RINGING;
        ringFrame = frame;
        successor = change;
        quietSince = frame;
    }

    /** Fades out by this curve, and is empty after it. A fade in that has begun turns back. One that has failed fades already. */
    void leave(float[] curve) {
        if (!leaves && state != State.FAILED) {
            fadePosition = turn(curve);
            fade = curve;
            leaves = true;
        }
    }

    /** Stops it for good; its last frame goes to zero within milliseconds. {@code thrown} may be null. */
    public void fail(FailureCause trouble, Throwable thrown) {
        primed.blame(trouble, thrown);
        state = State.FAILED;
        fade = failing;
        fadePosition = 0;
    }

    /** Returns the patch that was here. */
    PrimedPatch empty() {
        PrimedPatch gone = primed;
        state = State.EMPTY;
        primed = null;
        fade = null;
        leaves = false;
        lastLeft = 0;
        lastRight = 0;
        return gone;
    }

    /** At a grid line: cures what is not a number; three times in a second are a failure. Returns how many voices or effects were cured. */
    int rest(long now, double rate) {
        int cured = 0;
        if (sounds()) {
            try {
                cured = primed.patch().maintain();
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
            if (cured > 0 && strikes.add(now, rate)) {
                fail(FailureCause.NOT_A_NUMBER, null);
            }
        }
        return cured;
    }

    /** At a grid line: true if its patch has rung out, or failed and faded, so that the slot is to be emptied. */
    boolean isOver(long now, double rate, float[] curve) {
        if (state == State.FAILED) {
            return fadePosition >= fade.length;
        }
        if (state != State.RINGING) {
            return false;
        }
        boolean held = primed.isHeld();
        if (held) {
            quietSince = now;
        } else if (now - quietSince > primed.preset().holdSeconds() * rate) {
            leave(curve);
        }
        boolean over = leaves && fadePosition >= fade.length || !held && primed.patch().isSilent();
        if (over) {
            successor.rangOut(now - ringFrame);
        }
        return over;
    }

    /** The next frames begin. */
    public void begin(int start, int limit) {
        if (sounds()) {
            try {
                primed.patch().begin(start, limit);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** Adds frames {@code start} to {@code limit - 1} of the patch's output to these, from {@code at} on. */
    public void finish(float[] left, float[] right, int at, int start, int limit) {
        if (sounds()) {
            try {
                primed.patch().finish(start, limit);
                mix(left, right, at, start, limit);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
        if (state == State.FAILED) {
            for (int i = at; i < at + limit - start && fadePosition < fade.length; i++, fadePosition++) {
                left[i] += lastLeft * fade[fadePosition];
                right[i] += lastRight * fade[fadePosition];
            }
        }
    }

    private void mix(float[] left, float[] right, int at, int start, int limit) {
        Signal output = primed.patch().output();
        float[] y = output.data;
        int step = output.step;
        float level = primed.patch().level(), l = lastLeft, r = lastRight;
        for (int i = start; i < limit; i++) {
            float gain = level;
            if (fade != null) {
                gain *= fadePosition < fade.length ? fade[fadePosition++] : leaves ? 0 : 1;
            }
            float a = y[i * step], b = y[i * step + 1];
            // What is not a number is replaced by the frame before it, until the grid line at which its cause is cured.
            if (Math.abs(a) + Math.abs(b) < ABSURD) {
                l = a * gain;
                r = b * gain;
            }
            left[at + i - start] += l;
            right[at + i - start] += r;
        }
        lastLeft = l;
        lastRight = r;
    }
}
