package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;

/**
 * What reaches one input: its parameter's value and the products that are cabled to it, summed, clamped and converted. While everything
 * is constant a single line is worked out instead of a block, and where there is nothing to work out the input simply reads its source.
 *
 * <p>Built by the loader, run on the audio thread.
 */
final class Cabling {
    private final Input input;
    private final Parameter base;
    private final Product[] sums;
    private final Product[] exponents;
    private final float[] walk;
    private final float[] line = new float[LANES];
    private final Signal sum = new Signal();
    private final Signal head = new Signal();
    private final float low;
    private final float high;
    private boolean stale = true;

    /**
     * @param sums      products in the port's unit; those that seldom vary should come first
     * @param exponents products in octaves, likewise
     * @param walk      a block that only this input's voices use, one after the other
     */
    Cabling(Input input, Parameter base, Product[] sums, Product[] exponents, float[] walk, float sampleRate) {
        this.input = input;
        this.base = base;
        this.sums = sums;
        this.exponents = exponents;
        this.walk = walk;
        low = (float) input.minimum();
        high = (float) input.maximum(sampleRate);
        if (walk.length < BLOCK * LANES) {
            throw new IllegalArgumentException("a block is " + BLOCK * LANES + " floats, not " + walk.length);
        }
    }

    /**
     * Sets the input's signal for these frames. A held input changes only if {@code afresh}; one that was constant, and is, only if
     * some constant has {@code changed}.
     */
    void generate(int start, int limit, boolean afresh, boolean changed) {
        stale |= changed;
        if (stale && (afresh || !input.isHeld())) {
            stale = !isConstant();
            bring(start, limit);
        }
    }

    private void bring(int start, int limit) {
        if (input.isHeld()) {
            work(start, start + 1, true);
        } else if (sums.length == 0 && exponents.length == 0) {
            input.follow(base.converted());
        } else if (isPlainCable()) {
            input.follow(sums[0].first());
        } else {
            work(start, limit, !stale);
        }
    }

    private boolean isPlainCable() {
        return sums.length == 1 && exponents.length == 0 && sums[0].isUnity() && fits(sums[0].first())
                && input.conversion() == Conversion.NONE && base.isZero();
    }

    /** True if what comes from there cannot leave the range. */
    private boolean fits(Signal source) {
        return !input.isBounded() || source instanceof Output output && output.minimum() >= low && output.maximum() <= high;
    }

    private boolean isConstant() {
        return base.plain().step == 0 && areConstant(sums) && areConstant(exponents);
    }

    private static boolean areConstant(Product[] products) {
        for (Product product : products) {
            if (!product.isConstant()) {
                return false;
            }
        }
        return true;
    }

    private void work(int start, int limit, boolean constant) {
        sum.data = constant ? line : walk;
        sum.step = constant ? 0 : LANES;
        int last = constant ? start + 1 : limit;
        Signal total = base.plain();
        if (exponents.length > 0) {
            add(exponents, base.logarithm(), -Float.MAX_VALUE, Float.MAX_VALUE, start, last);
            boolean ends = sums.length == 0;
            Blocks.exp2(sum.data, sum.step, sum, 1, 0, ends ? low : -Float.MAX_VALUE, ends ? high : Float.MAX_VALUE, start, last);
            total = sum;
        }
        if (sums.length > 0) {
            add(sums, total, low, high, start, last);
        } else if (exponents.length == 0) {
            Blocks.clamp(sum.data, sum.step, total, low, high, start, last);
        }
        if (input.conversion() != Conversion.NONE) {
            Conversion conversion = input.conversion();
            Blocks.exp2(sum.data, sum.step, sum, conversion.scale(), conversion.offset(), -Float.MAX_VALUE, Float.MAX_VALUE, start, last);
        }
        input.follow(sum);
    }

    /** What is constant first, as one line; then two products at a time. The last pass clamps. */
    private void add(Product[] products, Signal first, float floor, float roof, int start, int last) {
        Signal total = first;
        int i = 0;
        for (; i < products.length - 1 && total.step == 0 && products[i].isConstant(); i++) {
            products[i].generate(start, start + 1);
            Blocks.add(head.data, 0, total, products[i].first(), products[i].second(), -Float.MAX_VALUE, Float.MAX_VALUE, start, start + 1);
            total = head;
        }
        for (; i < products.length; i += 2) {
            boolean ends = i + 2 >= products.length;
            float least = ends ? floor : -Float.MAX_VALUE, most = ends ? roof : Float.MAX_VALUE;
            Product a = products[i];
            a.generate(start, last);
            if (i + 1 == products.length) {
                Blocks.add(sum.data, sum.step, total, a.first(), a.second(), least, most, start, last);
            } else {
                Product b = products[i + 1];
                b.generate(start, last);
                Blocks.addTwo(sum.data, sum.step, total, a.first(), a.second(), b.first(), b.second(), least, most, start, last);
            }
            total = sum;
        }
    }
}
