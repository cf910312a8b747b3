package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Source.Side;

/**
 * The audio input as signals of a patch, as far as its cables read it: a side alone is the same in every lane; both are, as in the mix, left
 * in lane 0 and right in lane 1, and go on so, left in even lanes. Built by the loader, then the audio thread's.
 */
final class AudioInputs {
    private final Map<Side, Signal> all = new EnumMap<>(Side.class);
    private final Side[] sides;
    private final Signal[] signals;
    private final float[][] frames;
    private final float[] silence = new float[LANES];

    /** {@code reads}: what cables of the patch read. */
    AudioInputs(Set<Source> reads) {
        for (Source source : reads) {
            if (source instanceof Source.AudioInput(Side side)) {
                all.put(side, new Signal());
            }
        }
        sides = all.keySet().toArray(Side[]::new);
        signals = all.values().toArray(Signal[]::new);
        frames = new float[sides.length][BLOCK * LANES];
    }

    /** True if nothing reads it. */
    boolean isEmpty() {
        return sides.length == 0;
    }

    /** What cables find it by. */
    Map<Source, Signal> signals() {
        Map<Source, Signal> named = new HashMap<>();
        all.forEach((side, signal) -> named.put(new Source.AudioInput(side), signal));
        return named;
    }

    /** Frames {@code start} to {@code limit - 1} of the block are those of the input from {@code at} on; silence, if that is null. */
    void hear(float[] left, float[] right, int at, int start, int limit) {
        for (int number = 0; number < sides.length; number++) {
            if (left == null) {
                signals[number].data = silence;
                signals[number].step = 0;
                continue;
            }
            float[] data = frames[number];
            float[] even = sides[number] == Side.RIGHT ? right : left, odd = sides[number] == Side.LEFT ? left : right;
            for (int i = start; i < limit; i++) {
                float first = even[at + i - start], second = odd[at + i - start];
                for (int lane = 0; lane < LANES; lane += 2) {
                    data[i * LANES + lane] = first;
                    data[i * LANES + lane + 1] = second;
                }
            }
            signals[number].data = data;
            signals[number].step = LANES;
        }
    }
}
