package org.chronus.modules.physical;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.State;

/**
 * A key of an electric piano with reeds: a steel tongue that swings through a slot in a charged plate. Their capacity, which grows as the
 * tongue comes near, makes the voltage; a resistor lets the lows of it flow off.
 */
public final class Reed extends ElectricPiano {
    /** A tongue with a drop of solder at its tip, which makes it lower. */
    private static final float[] RATIOS = {1, 1.0004f, 6.6f, 18.4f}, REACHES = {2.2f, 0.25f, 0.11f, 0.025f}, LASTING = {1, 1.2f, 0.15f, 0.06f};
    private static final float NEAREST = 0.6f, FURTHER = 2f, ASIDE = 2.2f, LEVEL = 0.5f, CORNER = 180, OUTSIDE = 0.3f;

    private final State charge = state();

    /** A reed, with 4 s to -60 dB at C4. */
    public Reed() {
        super("how far the reed rests beside its slot: 0 in the middle, hollow, 1 at one side, full", 4, RATIOS, REACHES, LASTING);
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
        FloatVector rest = aside.mul(near), full = rest.mul(rest), still = full.add(1f).div(full.mul(OUTSIDE).add(1f));
        FloatVector low = FloatVector.fromArray(LANE, charge.data, 0);
        float share = (float) (2 * Math.PI * CORNER / sampleRate());
        for (int i = start; i < limit; i++) {
            FloatVector z = FloatVector.fromArray(LANE, frames, i * LANES).add(aside).mul(near), zz = z.mul(z);
            // 1 / (1 - d z^2 / (1 + z^2)): the capacity within the slot is 1, and far outside 1 / (1 - d)
            FloatVector now = zz.add(1f).div(zz.mul(OUTSIDE).add(1f)).sub(still);
            low = low.add(now.sub(low).mul(share));
            now.sub(low).mul(LEVEL).intoArray(frames, i * LANES);
        }
        low.intoArray(charge.data, 0);
    }
}
