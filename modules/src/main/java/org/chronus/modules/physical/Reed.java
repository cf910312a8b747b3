package org.chronus.modules.physical;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.State;

/**
 * A key of an electric piano with reeds: a steel tongue that swings through a slot in a charged plate. Their capacity, which grows as the tongue comes
 * near, makes the voltage; a resistor lets the lows of it flow off.
 */
public final class Reed extends ElectricPiano {
    /** A tongue with a drop of solder at its tip, which makes it lower. */
    private static final float[] RATIOS = {1, 1.0004f, 6.6f, 18.4f}, REACHES = {0.85f, 0.1f, 0.05f, 0.012f}, LASTING = {1, 1.2f, 0.15f, 0.06f};
    private static final float NEAREST = 0.96f, FURTHER = 0.66f, ASIDE = 0.5f, LEVEL = 0.5f, CORNER = 180;

    private final State charge = state();

    @Override String aside() {
        return "how far the reed rests beside its slot: 0 in the middle, hollow, 1 at one side, full";
    }

    @Override double seconds() {
        return 4;
    }

    @Override float ratio(int mode) {
        return RATIOS[mode];
    }

    @Override float reach(int mode) {
        return REACHES[mode];
    }

    @Override float lasting(int mode) {
        return LASTING[mode];
    }

    @Override void hear(float[] place, float[] heard, int start, int limit) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), close = FloatVector.fromArray(LANE, distance().data, 0).mul(-FURTHER).add(NEAREST);
        FloatVector aside = FloatVector.fromArray(LANE, symmetry().data, 0).mul(ASIDE), level = one.sub(close.mul(close).mul(0.6f)).mul(LEVEL);
        FloatVector r = one.div(aside.mul(aside).add(1f).sqrt()).mul(aside), still = one.div(one.sub(close.mul(r).mul(r)));
        FloatVector low = FloatVector.fromArray(LANE, charge.data, 0);
        float share = (float) (2 * Math.PI * CORNER / sampleRate());
        for (int i = start; i < limit; i++) {
            FloatVector z = FloatVector.fromArray(LANE, place, i * LANES).add(aside), zz = z.mul(z);
            // The tongue comes no nearer to either edge than the slot is wide: close to 1 / (1 - d z^2 / (1 + z^2))
            FloatVector now = zz.add(1f).div(zz.mul(one.sub(close)).add(1f)).sub(still);
            low = low.add(now.sub(low).mul(share));
            now.sub(low).mul(level).intoArray(heard, i * LANES);
        }
        low.intoArray(charge.data, 0);
    }
}
