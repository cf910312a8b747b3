package org.chronus.hosting.jsyn;

import static org.chronus.hosting.jsyn.JSynApi.FRAMES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jsyn.PortShape.Kind;

/**
 * Runs units of a class on random signals, to find out what JSyn does not say: whether they run at all, whether a block may be cut (some
 * filters take frames two by two, some units count calls), and which variables they set themselves. For the thread that reads the jar.
 */
final class UnitTrial {
    private static final int RATE = 48_000;
    private static final int BLOCKS = 96;
    private static final int SEED = 2026;

    private final JSynApi api;
    private final UnitShape shape;

    UnitTrial(JSynApi api, UnitShape shape) {
        this.api = api;
        this.shape = shape;
    }

    /** The shape, completed. */
    UnitShape judge() throws PluginException {
        JSynUnit unit = new JSynUnit(api, shape, RATE, room(shape, RATE));
        unit.remember(new JSynUnit(api, shape, RATE, room(shape, RATE)));
        List<PortShape> inputs = new ArrayList<>();
        try {
            unit.restart(SEED);
            double[] whole = run(unit, false);
            for (int i = 0; i < shape.inputs().size(); i++) {
                PortShape port = shape.inputs().get(i);
                if (port.kind() != Kind.VARIABLE || unit.variable(i) == port.normally()) {
                    inputs.add(port);
                }
            }
            return shape.with(inputs, !isSame(unit, whole));
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException("it fails when it runs: " + e, e);
        }
    }

    /** Seconds of samples, or grains. */
    static int room(UnitShape shape, int rate) {
        return shape.type().getName().contains("Grain") ? 8 : rate;
    }

    private boolean isSame(JSynUnit unit, double[] whole) {
        unit.restart(SEED);
        try {
            return Arrays.equals(whole, run(unit, true));
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Everything that comes out. */
    private double[] run(JSynUnit unit, boolean cut) {
        SplittableRandom random = new SplittableRandom(1), knife = new SplittableRandom(2);
        double[] heard = new double[BLOCKS * FRAMES * shape.outputs().size()];
        double[][] block = new double[shape.inputs().size()][FRAMES];
        int length = 0;
        for (int i = 0; i < BLOCKS; i++) {
            for (int input = 0; input < block.length; input++) {
                draw(shape.inputs().get(input), i, random, block[input]);
            }
            for (int start = 0; start < FRAMES;) {
                int limit = cut ? knife.nextInt(start, FRAMES) + 1 : FRAMES;
                for (int input = 0; input < block.length; input++) {
                    for (int frame = start; frame < limit; frame++) {
                        unit.fill(input, frame, frame + 1, block[input][frame]);
                    }
                }
                unit.tryGenerate(start, limit);
                start = limit;
            }
            for (int output = 0; output < shape.outputs().size(); output++) {
                System.arraycopy(unit.output(output), 0, heard, length, FRAMES);
                length += FRAMES;
            }
        }
        return heard;
    }

    /** At first and at last it moves with every frame, in between it stays. */
    private static void draw(PortShape port, int block, SplittableRandom random, double[] values) {
        boolean moves = block < BLOCKS / 3 || block >= 2 * BLOCKS / 3;
        double low = port.isBounded() ? Math.max(port.minimum(), port.lowest()) : -1, high = port.isBounded() ? port.maximum() : 1;
        for (int i = 0; i < values.length; i++) {
            double drawn = low < high ? random.nextDouble(low, high) : port.normally();
            values[i] = moves || port.kind() == Kind.GATE ? drawn : port.normally();
        }
    }
}
