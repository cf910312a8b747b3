package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;

/**
 * The product of a cable's sources and its amount, as two factors, {@link #first} and {@link #second}, which the sum at the input
 * multiplies: so that the usual cable, a source and an amount, costs no pass of its own. Built by the loader, run on the audio thread.
 */
public final class Product {
    private final Signal[] sources;
    /** The amount, the amount times the second source, that times the third ... */
    private final Signal[] factors;
    private final float[][] lines;
    private final float[] block;
    private boolean zero;
    private boolean constant;

    public Product(Signal[] sources, float amount) {
        this.sources = sources;
        factors = new Signal[sources.length];
        lines = new float[sources.length][LANES];
        block = new float[sources.length > 1 ? BLOCK * LANES : 0];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = new Signal();
        }
        Arrays.fill(factors[0].data, amount);
    }

    /** True if it is one source times 1. */
    boolean isUnity() {
        return sources.length == 1 && factors[0].data[0] == 1;
    }

    /** Finds out whether its sources are constant, or zero, in this block. To be called before {@link #isZero} and {@link #isConstant}. */
    void inspect() {
        zero = false;
        constant = true;
        for (int i = 0; i < sources.length && !zero; i++) {
            zero = sources[i].isZero();
            constant &= sources[i].step == 0;
        }
        constant |= zero;
    }

    /** True if a source is constantly zero, and so is the product: vibrato costs nothing while the wheel is down. */
    boolean isZero() {
        return zero;
    }

    /** True if nothing of it varies. */
    boolean isConstant() {
        return constant;
    }

    /** Works out the factors for these frames. */
    void generate(int start, int limit) {
        for (int i = 1; i < sources.length; i++) {
            boolean constant = (factors[i - 1].step | sources[i].step) == 0;
            factors[i].data = constant ? lines[i] : block;
            factors[i].step = constant ? 0 : LANES;
            BlockMath.multiply(factors[i].data, factors[i].step, factors[i - 1], sources[i], start, constant ? start + 1 : limit);
        }
    }

    Signal first() {
        return sources[0];
    }

    Signal second() {
        return factors[factors.length - 1];
    }
}
