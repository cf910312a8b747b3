package org.chronus.modules.physical;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.State;

/**
 * A key of an electric piano with tines: a rod and a tone bar, and a coil around a magnet. Its flux falls to both sides as 1 / (1 + z^2), z being how
 * far the tine is from the magnet's axis, and the voltage is the change of that flux.
 */
public final class Tine extends ElectricPiano {
    /** A clamped rod has its modes at 6.27 and 17.5 times the fundamental; the tuning spring moves them. */
    private static final float[] RATIOS = {1, 1.0006f, 7.11f, 20.3f}, REACHES = {0.75f, 0.2f, 0.035f, 0.009f}, LASTING = {1, 1.5f, 0.11f, 0.04f};
    private static final float NEAREST = 0.3f, FURTHER = 1.1f, ASIDE = 0.9f, LEVEL = 0.55f;

    private final State flux = state();

    /** A tine, with 9 s to -60 dB at C4. */
    public Tine() {
        super("how far the tine is beside the magnet's axis: 0 not at all, which doubles the pitch, 1 far, which is round",
                9, RATIOS, REACHES, LASTING);
    }

    @Override protected void play(int start, int limit) {
        float[] place = ring(start, limit);
        hear(place, start, limit);
        give(place, start, limit);
    }

    /** From where the bar is to what the pickup hears, in place. */
    private void hear(float[] frames, int start, int limit) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), far = FloatVector.fromArray(LANE, distance().data, 0).mul(FURTHER).add(NEAREST);
        FloatVector near = one.div(far), aside = FloatVector.fromArray(LANE, symmetry().data, 0).mul(ASIDE);
        // The same amplitude gives the same level in all keys.
        FloatVector level = one.div(FloatVector.fromArray(LANE, pitch().data, 0).max(1f)).mul(LEVEL * sampleRate() / (float) (2 * Math.PI));
        // Nothing has moved at first.
        FloatVector before = FloatVector.fromArray(LANE, flux.data, 0), rest = aside.mul(near), still = one.div(rest.mul(rest).add(1f));
        for (int i = start; i < limit; i++) {
            FloatVector z = FloatVector.fromArray(LANE, frames, i * LANES).add(aside).mul(near), now = one.div(z.mul(z).add(1f)).sub(still);
            before.sub(now).mul(level).intoArray(frames, i * LANES);
            before = now;
        }
        before.intoArray(flux.data, 0);
    }
}
