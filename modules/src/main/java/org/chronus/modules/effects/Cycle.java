package org.chronus.modules.effects;

import org.chronus.modules.Phase;

/** The sine of a position in a cycle, for effects that modulate lane by lane. Stateless; any thread. */
public final class Cycle {
    /** A quarter of a cycle. */
    public static final int QUARTER = 1 << 30;

    private Cycle() { }

    /** sin(pi x) = x (1 - |x|) (1 + |x|) Q(x^2), to 1e-7; 2^32 is a whole cycle. */
    public static float sine(int phase) {
        float x = 2 * Phase.TO_CYCLES * phase, z = x * x;
        float q = (((0.0059732933f * z - 0.074459372f) * z + 0.52378046f) * z - 2.0260838f) * z + 3.1415913f;
        return (x - x * z) * q;
    }
}
