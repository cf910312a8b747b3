package org.chronus.instrument.engine.slots;

import org.chronus.modules.Signal;

/**
 * A fixed place for a patch. Two of them take turns; which is active is a matter of the moment. What its patch throws, or what is not a
 * number in its sound, ends here. Audio thread only.
 */
public final class Slot extends GuardedPatch {
    /** What the patch in it is doing. */
    enum State { EMPTY, FALLBACK, ACTIVE, RINGING, FAILED }

    /** 60 dB over full scale: nobody means that. */
    private static final float ABSURD = 1_000;
    private final FaultWindow faults = new FaultWindow();
    private final SwapFades fades;
    private volatile State state = State.EMPTY;
    private long quietSince;
    private float[] fade;
    private int fadePosition;
    private boolean leaves;
    private long ringFrame;
    private SwapReport successor;
    private float lastLeft;
    private float lastRight;

    /** @param fades one of them is the curve by which the last frame of a patch that failed goes to zero */
    Slot(SwapFades fades) {
        this.fades = fades;
    }

    /** [any thread] What is here is to be seen once this says so. */
    State state() {
        return state;
    }

    boolean isEmpty() {
        return state == State.EMPTY;
    }

    @Override public boolean sounds() {
        return state == State.ACTIVE || state == State.RINGING;
    }

    /** The patch waits here, to take over if the active one fails. */
    void standBy(PrimedPatch spare) {
        hold(spare);
        setPlayed(false);
        state = State.FALLBACK;
    }

    /** The patch becomes active here; with a rising curve if {@code fadeIn} is one. */
    void activate(PrimedPatch newcomer, float[] fadeIn) {
        hold(newcomer);
        setPlayed(false);
        state = State.ACTIVE;
        fade = fadeIn;
        fadePosition = 0;
        leaves = false;
        faults.forget();
    }

    /** The patch that rings here, or waits, becomes the active one. A fade that has begun turns back. */
    void takeOver(float[] fadeIn) {
        boolean returns = state == State.RINGING && leaves;
        int turn = turn(fadeIn);
        boolean was = wasPlayed();
        activate(primed(), returns ? fadeIn : null);
        fadePosition = turn;
        setPlayed(was);
    }

    /** Where a curve has the gain at which the present one, its partner, has arrived; its beginning if that is through. */
    private int turn(float[] curve) {
        return fade == null ? 0 : Math.round(curve.length * Math.max(0, 1 - fadePosition / (float) fade.length));
    }

    /** The patch of another slot goes on here. */
    void moveFrom(Slot other) {
        hold(other.primed());
        setPlayed(other.wasPlayed());
        state = other.state;
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
    void ring(long frame, SwapReport change) {
        state = State.RINGING;
        ringFrame = frame;
        successor = change;
        quietSince = frame;
        unlatch();
    }

    /** Nobody could end by a key what a patch goes on with that gets none any more. */
    private void unlatch() {
        if (sounds()) {
            try {
                primed().notes().unlatch();
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
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
    @Override void fail(FailureCause cause, Throwable thrown) {
        primed().fail(cause, thrown);
        state = State.FAILED;
        fade = fades.cutOut();
        fadePosition = 0;
    }

    /** Returns the patch that was here. */
    PrimedPatch empty() {
        PrimedPatch gone = primed();
        state = State.EMPTY;
        hold(null);
        fade = null;
        leaves = false;
        lastLeft = 0;
        lastRight = 0;
        return gone;
    }

    /** At a grid line: cures what is not a number; three times in a second are a failure. Returns how many voices or effects were cured. */
    int cure(long now, double rate) {
        int cured = 0;
        if (sounds()) {
            try {
                cured = primed().patch().maintain();
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
            if (cured > 0 && faults.add(now, rate)) {
                fail(FailureCause.NOT_A_NUMBER, null);
            }
        }
        return cured;
    }

    /** At a grid line: true if its patch has rung out, or failed and faded, so that the slot is to be emptied. */
    boolean isOver(long now, double rate, float[] curve) {
        boolean over = state == State.RINGING && isThrough(now, rate, curve);
        if (over) {
            successor.rangOut(now - ringFrame);
        }
        return over || state == State.FAILED && fadePosition >= fade.length;
    }

    private boolean isThrough(long now, double rate, float[] curve) {
        try {
            boolean held = primed().notes().isHeld();
            if (held) {
                quietSince = now;
            } else if (now - quietSince > primed().preset().holdSeconds() * rate) {
                leave(curve);
            }
            return leaves && fadePosition >= fade.length || !held && primed().patch().isSilent();
        } catch (Throwable thrown) {
            fail(FailureCause.EXCEPTION, thrown);
            return false;
        }
    }

    /** The next frames begin. */
    public void begin(int start, int limit) {
        if (sounds()) {
            try {
                primed().patch().begin(start, limit);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** Adds frames {@code start} to {@code limit - 1} of the patch's output to these, from {@code at} on. */
    public void finish(float[] left, float[] right, int at, int start, int limit) {
        if (sounds()) {
            try {
                primed().finish(start, limit);
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
        Signal output = primed().patch().output();
        float[] y = output.data;
        int step = output.step;
        float level = primed().patch().level(), l = lastLeft, r = lastRight;
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
