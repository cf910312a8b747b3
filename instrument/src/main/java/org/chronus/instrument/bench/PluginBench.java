package org.chronus.instrument.bench;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import org.chronus.foreign.Scheduling;
import org.chronus.modules.Instrument;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.chronus.modules.PatchResources;

/**
 * What a block of 64 frames of a plugin costs: without a process of its own, block after block; and in a helper process, asked for at the
 * pace of a sound card. One use; the thread that calls, which
 * becomes an audio thread.
 */
public final class PluginBench {
    private static final float RATE = 48_000;
    /** Until all is compiled, about a second. */
    private static final int WARM = 40_000;
    /** A key is struck so often, in blocks: a plugin that has fallen silent has less to do. */
    private static final int STRIKE = 200;
    private static final int KEY = 60;

    private final ModuleType type;

    /**
     * What was measured. Microseconds are by the clock, for 64 frames at 48 kHz, the plugin's own work included.
     *
     * @param insideMicros         median
     * @param isolatedMedianMicros from asking to having
     * @param isolatedP99Micros    of a hundred, one takes longer
     */
    public record Result(String plugin, double insideMicros, long insideBytes, double isolatedMedianMicros, double isolatedP99Micros,
                         long isolatedBytes) { }

    private record Times(long[] nanos, long bytes) {
        double micros(double share) {
            return nanos[(int) (share * (nanos.length - 1))] / 1e3;
        }
    }

    /** Of a plugin's type. */
    public PluginBench(ModuleType type) {
        this.type = type;
    }

    /** Measures for so long, half of it each way. */
    public Result run(double seconds) {
        Scheduling.audio();
        int blocks = (int) Math.round(seconds / 2 * RATE / BLOCK);
        Times inside = measure("no", blocks, false), isolated = measure("yes", blocks, true);
        return new Result(type.name(), inside.micros(0.5), inside.bytes(), isolated.micros(0.5), isolated.micros(0.99), isolated.bytes());
    }

    private Times measure(String isolate, int blocks, boolean paced) {
        PatchResources resources = new PatchResources();
        Module module = type.make();
        try {
            module.choices().forEach(choice -> choice.choose(isolate));
            module.prepare(RATE, 2, resources);
            for (Output output : module.outputs()) {
                output.data = new float[BLOCK * LANES];
                output.step = LANES;
            }
            play(module, WARM, false);
            return play(module, blocks, paced);
        } finally {
            module.close();
            resources.close();
        }
    }

    private static Times play(Module module, int blocks, boolean paced) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[blocks];
        long period = Math.round(1e9 * BLOCK / RATE), next = System.nanoTime(), bytes = 0;
        for (int block = 0; block < blocks; block++) {
            next += period;
            for (long left = next - System.nanoTime(); paced && left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (module instanceof Instrument instrument && block % STRIKE == 0) {
                instrument.noteOff(0, 0, KEY, 0);
                instrument.noteOn(0, 0, KEY, KEY, 0.8f);
            }
            long before = threads.getCurrentThreadAllocatedBytes(), begin = System.nanoTime();
            module.generate(0, BLOCK);
            nanos[block] = System.nanoTime() - begin;
            bytes += threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(nanos);
        return new Times(nanos, bytes);
    }
}
