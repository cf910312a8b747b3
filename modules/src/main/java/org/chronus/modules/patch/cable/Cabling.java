package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;

/**
 * The sum at one input: its parameter's value and the products that are cabled to it, added, clamped and converted. While everything is
 * constant one line is computed instead of a block; an input with a single plain cable reads its source directly.
 *
 * <p>Built by the loader, run on the audio thread.
 */
public final class Cabling {
    /** The sets of lanes, as bits, whose held inputs are read: at a grid line, and when nothing happens. */
    public static final int ALL_LANES = -1, NO_LANES = 0;

    private final Input input;
    private final Parameter base;
    private final Product[] sums;
    private final Product[] exponents;
    private final float[] block;
    private final float[] line = new float[LANES];
    private final float[] octaveLine = new float[LANES];
    private final Signal sum = new Signal();
    private final Signal octaves = new Signal();
    private final Signal constantPart = new Signal();
    /** What a held input keeps. */
    private final Signal held = new Signal();
    /** The products of the present sum that are not zero. */
    private final Product[] nonZero;
    private final float low;
    private final float high;
    private boolean stale = true;

    /**
     * @param sums      products in the port's unit; those that seldom vary should come first
     * @param exponents products in octaves, likewise
     * @param block     a scratch block that the voices of this input use one after the other
     */
    public Cabling(Input input, Parameter base, Product[] sums, Product[] exponents, float[] block, float sampleRate) {
        this.input = input;
        this.base = base;
        this.sums = sums;
        this.exponents = exponents;
        this.block = block;
        nonZero = new Product[Math.max(sums.length, exponents.length)];
        low = (float) input.minimum();
        high = (float) input.maximum(sampleRate);
        if (block.length < BLOCK * LANES) {
            throw new IllegalArgumentException("a block is " + BLOCK * LANES + " floats, not " + block.length);
        }
    }

    /**
     * Sets the input's signal for these frames. A held input changes only on the lanes of {@code read}, a bit each, so that a note changes
     * nothing of those beside it; one that was constant, and is, only if some constant has {@code changed}.
     */
    public void generate(int start, int limit, int read, boolean changed) {
        stale |= changed;
        if (stale && (read != NO_LANES || !input.isHeld())) {
            inspect(sums);
            inspect(exponents);
            if (input.isHeld()) {
                stale = read != ALL_LANES || !isConstant();
                compute(start, start + 1, true);
                hold(read);
            } else {
                stale = !isConstant();
                update(start, limit);
            }
        }
    }

    private void hold(int read) {
        for (int lane = 0; lane < LANES; lane++) {
            if ((read & 1 << lane) != 0) {
                held.data[lane] = sum.data[lane];
            }
        }
        input.follow(held);
    }

    private void update(int start, int limit) {
        if (sums.length == 0 && exponents.length == 0) {
            input.follow(base.converted());
        } else if (isPlainCable()) {
            input.follow(sums[0].first());
        } else {
            compute(start, limit, !stale);
            input.follow(sum);
        }
    }

    private boolean isPlainCable() {
        return sums.length == 1 && exponents.length == 0 && sums[0].isUnity() && staysInRange(sums[0].first())
                && input.conversion() == Conversion.NONE && base.isZero();
    }

    /** True if what comes from there cannot leave the range. */
    private boolean staysInRange(Signal source) {
        return !input.isBounded() || source instanceof Output output && output.minimum() >= low && output.maximum() <= high;
    }

    private static void inspect(Product[] products) {
        for (Product product : products) {
            product.inspect();
        }
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

    private void compute(int start, int limit, boolean constant) {
        boolean hasSum = sums.length > 0;
        Signal total = base.plain();
        if (exponents.length > 0) {
            float floor = hasSum ? -Float.MAX_VALUE : low, roof = hasSum ? Float.MAX_VALUE : high;
            int last = point(octaves, octaveLine, constant || base.logarithm().step == 0 && areConstant(exponents), start, limit);
            add(octaves, exponents, base.logarithm(), -Float.MAX_VALUE, Float.MAX_VALUE, start, last);
            BlockMath.exp2(octaves.data, octaves.step, octaves, 1, 0, floor, roof, start, last);
            sum.follow(octaves);
            total = octaves;
        }
        if (hasSum || exponents.length == 0) {
            add(sum, sums, total, low, high, start, point(sum, line, constant, start, limit));
        }
        if (input.conversion() != Conversion.NONE) {
            Conversion conversion = input.conversion();
            BlockMath.exp2(sum.data, sum.step, sum, conversion.scale(), conversion.offset(), -Float.MAX_VALUE, Float.MAX_VALUE, start,
                    sum.step == 0 ? start + 1 : limit);
        }
    }

    /** Where a signal is to be written: one line if it is constant. Returns where its frames end. */
    private int point(Signal signal, float[] constantLine, boolean constant, int start, int limit) {
        signal.data = constant ? constantLine : block;
        signal.step = constant ? 0 : LANES;
        return constant ? start + 1 : limit;
    }

    /** What is constant first, as one line; then two products at a time. The last pass clamps. */
    private void add(Signal out, Product[] products, Signal first, float floor, float roof, int start, int last) {
        int count = 0;
        for (Product product : products) {
            if (!product.isZero()) {
                nonZero[count++] = product;
            }
        }
        Signal total = first;
        int i = 0;
        for (; i < count - 1 && total.step == 0 && nonZero[i].isConstant(); i++) {
            nonZero[i].generate(start, start + 1);
            BlockMath.add(constantPart.data, 0, total, nonZero[i].first(), nonZero[i].second(), -Float.MAX_VALUE, Float.MAX_VALUE, start, start + 1);
            total = constantPart;
        }
        if (count == 0) {
            BlockMath.clamp(out.data, out.step, first, floor, roof, start, last);
        }
        for (; i < count; i += 2) {
            boolean ends = i + 2 >= count;
            float least = ends ? floor : -Float.MAX_VALUE, most = ends ? roof : Float.MAX_VALUE;
            Product a = nonZero[i];
            a.generate(start, last);
            if (i + 1 == count) {
                BlockMath.add(out.data, out.step, total, a.first(), a.second(), least, most, start, last);
            } else {
                Product b = nonZero[i + 1];
                b.generate(start, last);
                BlockMath.addTwo(out.data, out.step, total, a.first(), a.second(), b.first(), b.second(), least, most, start, last);
            }
            total = out;
        }
    }
}
