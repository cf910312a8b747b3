package org.chronus.modules.physical;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;
import static org.chronus.modules.Module.LANE_INT;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.PatchResources;
import org.chronus.modules.Phase;

/**
 * What the keys of one tonewheel organ share: 91 wheels on one motor, which turn from the patch's first frame on, the sum of all of them that leaks
 * into whatever sounds, and the one percussion that only a key starts while no other is down.
 *
 * <p>The wheels are those of L. Hammond, "Electrical musical instrument" (US patent 1,956,350, 1934), as they were built: a motor with 20 turns
 * per second, twelve pairs of gears, and wheels with 2 to 192 teeth, which come within 0.7 ct of equal temperament, and within 2 ct in the highest
 * half octave. Made by the loader; the rest is for the audio thread.
 */
final class TonewheelGenerator implements AutoCloseable {
    /** Wheels, the lowest at C1. */
    static final int WHEELS = 91;

    private static final int[] DRIVING = {85, 71, 67, 105, 103, 84, 74, 98, 96, 88, 67, 108};
    private static final int[] DRIVEN = {104, 82, 73, 108, 100, 77, 64, 80, 74, 64, 46, 70};
    private static final double TURNS = 20;
    /** Beyond seven octaves of 12 wheels the teeth are 192, on gears five semitones higher. */
    private static final int HIGH = 84, HIGH_TEETH = 192, HIGH_GEAR = 5;
    /** The amplitude of each wheel in the leakage, beside 1 of a drawbar: all of them together are 30 dB below it. */
    private static final float LEAK = 0.0033f;
    /** Keys that come within so many frames of one that is down come together with it. */
    private static final long TOGETHER = BLOCK;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int[] advances = new int[WHEELS];
    private final float[] leakage = new float[BLOCK + LANES];
    private final int[] along = new int[LANES];
    private final PatchResources resources;
    private long leaked = NEVER;
    private long held = NEVER;
    private long struck = NEVER;

    private TonewheelGenerator(PatchResources resources, float sampleRate) {
        this.resources = resources;
        for (int wheel = 0; wheel < WHEELS; wheel++) {
            // As a float holds it, so that voices that turn at a factor of 1 stay with it to the bit.
            advances[wheel] = (int) (float) (hertz(wheel) / sampleRate * Phase.CYCLE);
        }
    }

    /** [loader] The one of a patch. */
    static TonewheelGenerator of(PatchResources resources, float sampleRate) {
        return resources.get(TonewheelGenerator.class, () -> new TonewheelGenerator(resources, sampleRate));
    }

    /** A wheel's frequency, in Hz; 0 is the lowest. */
    static double hertz(int wheel) {
        int gear = wheel < HIGH ? wheel % 12 : wheel - HIGH + HIGH_GEAR;
        double teeth = wheel < HIGH ? 2 << wheel / 12 : HIGH_TEETH;
        return TURNS * DRIVING[gear] / DRIVEN[gear] * teeth;
    }

    /** What a wheel's phase, 2^32 to the cycle, adds in a frame. */
    int advance(int wheel) {
        return advances[wheel];
    }

    /** The number of the present block's first frame. */
    long frame() {
        return resources.frame();
    }

    /** The keys are up, and nothing has been played. */
    void clear() {
        leaked = NEVER;
        held = NEVER;
        struck = NEVER;
    }

    /** Some key is down at that frame. */
    void hold(long frame) {
        held = frame;
    }

    /** A key goes down at that frame; returns how many frames ago the percussion was struck, which is now if no other key is down. */
    long press(long frame) {
        if (Math.abs(frame - held) > TOGETHER) {
            struck = frame;
        }
        held = frame;
        return Math.max(frame - struck, 0);
    }

    /** The present block of what leaks from all wheels. */
    float[] leakage() {
        if (leaked != frame()) {
            leaked = frame();
            Arrays.fill(leakage, 0);
            for (int wheel = 0; wheel < WHEELS; wheel++) {
                leak(advances[wheel], (int) (leaked * advances[wheel]));
            }
        }
        return leakage;
    }

    /** Here a vector runs along time. A parabola for each half of the cycle is sine enough. */
    private void leak(int advance, int phase) {
        for (int lane = 0; lane < LANES; lane++) {
            along[lane] = phase + lane * advance;
        }
        IntVector p = IntVector.fromArray(LANE_INT, along, 0);
        FloatVector half = FloatVector.broadcast(LANE, 0.5f);
        for (int i = 0; i < BLOCK; i += LANES) {
            FloatVector s = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES);
            FloatVector.fromArray(LANE, leakage, i).add(s.mul(half.sub(s.abs())).mul(16 * LEAK)).intoArray(leakage, i);
            p = p.add(LANES * advance);
        }
    }

    @Override public void close() { }
}
