package org.chronus.modules.effects;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Output;

/** Writes silence to the lanes that are not heard, for effects that write lane by lane. Stateless; audio thread. */
public final class Mute {
    private Mute() { }

    /** [audio] Before the lanes that are heard are written. */
    public static void unheard(Output out, int start, int limit, int width) {
        if (width < LANES) {
            for (int i = start; i < limit; i++) {
                FloatVector.zero(LANE).intoArray(out.data, i * out.step);
            }
        }
    }
}
