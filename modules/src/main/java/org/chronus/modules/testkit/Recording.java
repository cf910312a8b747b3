package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.List;
import java.util.function.IntPredicate;

import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.mixing.Feedback;

/** A recording of every output of a module, block by block. */
final class Recording {
    private static final int[] UNCUT = {};

    private final List<Output> ports;
    private final float[][][] values;

    private Recording(List<Output> ports, int blocks) {
        this.ports = ports;
        this.values = new float[ports.size()][blocks][BLOCK * LANES];
    }

    /** Runs a prepared module as the engine does, each block cut before these frames. */
    static Recording of(Module module, Stimulus stimulus, int... cuts) {
        Recording recording = new Recording(module.outputs(), stimulus.blocks());
        for (int block = 0; block < stimulus.blocks(); block++) {
            recording.record(module, stimulus, block, cuts);
        }
        return recording;
    }

    /** An empty one, to be recorded into. */
    static Recording blank(Module module, Stimulus stimulus) {
        return new Recording(module.outputs(), stimulus.blocks());
    }

    /** [audio] One block, whole. */
    void record(Module module, Stimulus stimulus, int block) {
        record(module, stimulus, block, UNCUT);
    }

    private void record(Module module, Stimulus stimulus, int block, int[] cuts) {
        stimulus.feed(module, block);
        module.clock((long) block * BLOCK);
        for (int port = 0; port < values.length; port++) {
            module.outputs().get(port).data = values[port][block];
            module.outputs().get(port).step = LANES;
        }
        module.flush();
        int start = 0;
        for (int cut : cuts) {
            run(module, start, cut);
            start = cut;
        }
        run(module, start, BLOCK);
    }

    /** One block of which a single output is read: the others share a line with step 0. */
    void recordOnly(int read, float[] line, Module module, Stimulus stimulus, int block) {
        stimulus.feed(module, block);
        module.clock((long) block * BLOCK);
        for (int port = 0; port < values.length; port++) {
            module.outputs().get(port).data = port == read ? values[port][block] : line;
            module.outputs().get(port).step = port == read ? LANES : 0;
        }
        module.flush();
        run(module, 0, BLOCK);
    }

    /** [audio] As the engine runs a part of a block. */
    static void run(Module module, int start, int limit) {
        module.generate(start, limit);
        if (module instanceof Feedback feedback) {
            feedback.capture(start, limit);
        }
    }

    /** Where two recordings first differ in one of these lanes, in words; empty if they are the same bits. */
    String difference(Recording other, IntPredicate lanes) {
        String difference = "";
        for (int port = 0; port < values.length && difference.isEmpty(); port++) {
            difference = difference(other, port, lanes);
        }
        return difference;
    }

    /** The same for one output. */
    String difference(Recording other, int port, IntPredicate lanes) {
        for (int frame = 0; frame < frames(); frame++) {
            for (int lane = 0; lane < LANES; lane++) {
                float mine = at(port, frame, lane), its = other.at(port, frame, lane);
                if (lanes.test(lane) && Float.floatToIntBits(mine) != Float.floatToIntBits(its)) {
                    return place(port, frame, lane) + " from " + mine + " to " + its;
                }
            }
        }
        return "";
    }

    /** Where something other than a number is, in words; empty if nowhere. */
    String notFinite(IntPredicate lanes) {
        return louderThan(Float.MAX_VALUE, 0, lanes);
    }

    /** Where a sample from the given frame on exceeds a level, or is no number; empty if nowhere. */
    String louderThan(float level, int from, IntPredicate lanes) {
        for (int port = 0; port < values.length; port++) {
            for (int frame = from; frame < frames(); frame++) {
                for (int lane = 0; lane < LANES; lane++) {
                    float value = at(port, frame, lane);
                    if (lanes.test(lane) && !(Math.abs(value) <= level)) {
                        return place(port, frame, lane) + ": " + value;
                    }
                }
            }
        }
        return "";
    }

    /** True if one of these lanes has a denormal number in that block. */
    boolean isDenormal(int block, IntPredicate lanes) {
        for (float[][] port : values) {
            for (int i = 0; i < port[block].length; i++) {
                if (port[block][i] != 0 && Math.abs(port[block][i]) < Float.MIN_NORMAL && lanes.test(i % LANES)) {
                    return true;
                }
            }
        }
        return false;
    }

    private String place(int port, int frame, int lane) {
        return ports.get(port).symbol() + " at frame " + frame + ", lane " + lane;
    }

    private float at(int port, int frame, int lane) {
        return values[port][frame / BLOCK][frame % BLOCK * LANES + lane];
    }

    private int frames() {
        return values.length == 0 ? 0 : values[0].length * BLOCK;
    }
}
