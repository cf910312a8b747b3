package org.chronus.modules.physical;

import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

/**
 * A piano's hammer in contact with its string: a mass behind felt, of which the force is k x^2.5 of its compression x (A. Chaigne and A. Askenfelt,
 * "Numerical simulations of piano strings", 1994), a lane for each voice. The waves that come back from both ends of the string while the two touch
 * press on the felt; they make the force uneven and throw the hammer off. A harder stroke compresses the felt more, so it is shorter and brighter.
 * Lengths are in metres. Built by the loader, run on the audio thread, in plain code: few strings are in contact at a time.
 */
final class FeltHammer {
    /** The longest contact, in seconds: of the softest stroke on the lowest string. */
    private static final double LONGEST = 0.012;
    /** Of the felt, by twice the string's impedance, on middle C at brightness 0.5; it grows with the pitch. Theirs are near it in the bass. */
    private static final float STIFF = 2e8f, MIDDLE = 262;
    /** Twice the string's impedance by the hammer's mass, in 1/s: theirs, but that hammers in the treble are lighter and do not damp it. */
    private static final float HEAVY = 1_000, LIGHTER = 700;
    /** Speed in m/s, at velocity 0 as a share of it, and how stiff the hardest felt is by that in the middle, as a logarithm. */
    private static final float FASTEST = 6, FLOOR = 0.05f, LOG_BRIGHT = 4;
    /** So far away the hammer does not meet the string again, in metres. What the far end returns of a wave. */
    private static final float GONE = -3e-4f, RETURNED = 0.98f;
    private static final int STEPS = 2, IDLE = Integer.MAX_VALUE;

    private final int most;
    private final float step;
    /** Of each frame since the key: the force as a speed of the string, and the waves that leave for the near end and for the far one. */
    private final float[] force, near, far;
    private final float[] level = new float[LANES], speed = new float[LANES], pressed = new float[LANES], stiffness = new float[LANES];
    private final float[] slows = new float[LANES];
    /** From a wave to what comes back of it from either end, in frames. */
    private final float[] nearReturn = new float[LANES], farReturn = new float[LANES];
    /** Frames since the key went down, and how many of them the hammer has been at the string. */
    private final int[] age = new int[LANES], contact = new int[LANES];

    FeltHammer(float rate) {
        most = (int) Math.ceil(LONGEST * rate);
        step = 1 / (rate * STEPS);
        force = new float[LANES * most];
        near = new float[LANES * most];
        far = new float[LANES * most];
        Arrays.fill(age, IDLE);
    }

    void reset(int lane) {
        age[lane] = IDLE;
    }

    /**
     * A key is struck.
     *
     * @param loud       by the hammer's impulse
     * @param velocity   0..1
     * @param brightness 0..1: at 1 hard felt
     * @param place      where it strikes, as a share of the string
     * @param cycle      the string's period, in frames
     * @param hertz      its fundamental
     * @param random     two numbers in its halves vary what no player can repeat
     */
    void strike(int lane, float loud, float velocity, float brightness, float place, float cycle, float hertz, int random) {
        float more = (random >> 16) * 0x1p-15f, aside = (short) random * 0x1p-15f, high = hertz / MIDDLE;
        age[lane] = 0;
        contact[lane] = 0;
        slows[lane] = HEAVY + LIGHTER * high;
        level[lane] = loud * slows[lane];
        pressed[lane] = 0;
        speed[lane] = FASTEST * (FLOOR + (1 - FLOOR) * velocity) * (1 + 0.09f * more);
        stiffness[lane] = STIFF * high * (float) StrictMath.exp(LOG_BRIGHT * (2 * brightness - 1)) * (1 + 0.15f * aside);
        nearReturn[lane] = Math.max(place * cycle, 1);
        farReturn[lane] = Math.max((1 - place) * cycle, 1);
    }

    /** Adds to what drives the strings: each force, and what the near end returns of it, upside down. */
    void add(float[] drive, int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            int n = age[lane];
            if (n != IDLE) {
                float loud = level[lane], returns = nearReturn[lane];
                for (int i = start; i < limit; i++, n++) {
                    if (n < most && n == contact[lane]) {
                        press(lane, n);
                    }
                    float now = n < contact[lane] ? force[lane * most + n] : 0;
                    drive[i * LANES + lane] += loud * (now - past(force, lane, n - returns));
                }
                age[lane] = n - returns > contact[lane] ? IDLE : n;
            }
        }
    }

    /** The next frame of a contact. Each step takes the felt's force where the step would lead without it, so that no felt is too stiff. */
    private void press(int lane, int n) {
        float fromNear = -past(near, lane, n - nearReturn[lane]), fromFar = -RETURNED * past(far, lane, n - farReturn[lane]);
        float v = speed[lane], x = pressed[lane], sum = 0, slow = slows[lane];
        for (int i = 0; i < STEPS; i++) {
            x += step * (v - fromNear - fromFar);
            if (x > 0) {
                float stiff = stiffness[lane] * x * (float) Math.sqrt(x);
                x /= 1 + step * stiff;
                float f = stiff * x;
                v -= step * slow * f;
                sum += f;
            }
        }
        speed[lane] = v;
        pressed[lane] = x;
        float f = sum / STEPS;
        force[lane * most + n] = f;
        near[lane * most + n] = fromFar + f;
        far[lane * most + n] = fromNear + f;
        if (x > GONE) {
            contact[lane] = n + 1;
        }
    }

    /** What was at a frame of the contact, between two of them on a straight line. */
    private float past(float[] wave, int lane, float at) {
        int before = at < 0 ? at < -1 ? -2 : -1 : (int) at;
        float later = at - before;
        float first = before < 0 || before >= contact[lane] ? 0 : wave[lane * most + before];
        float second = before < -1 || before + 1 >= contact[lane] ? 0 : wave[lane * most + before + 1];
        return first + later * (second - first);
    }
}
