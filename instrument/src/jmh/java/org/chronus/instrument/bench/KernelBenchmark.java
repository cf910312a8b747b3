package org.chronus.instrument.bench;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.Output;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One block of 64 frames of one module: as many voices as there are lanes, or the left and right of a mix. Audio inputs get noise, gates
 * are open.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    /** A module among voices. */
    @State(Scope.Thread)
    public static class Voices {
        @Param({"saw", "sine", "svf", "ladder", "adsr"})
        String module;
        /** Whether something is cabled to every port, so that each frame has a value of its own. */
        @Param({"false", "true"})
        boolean cabled;
        private Module subject;

        /** Before each measurement. */
        @Setup public void prepare() {
            subject = wired(module, LANES, cabled);
        }
    }

    /** A module in the mix; its ports are at rest. */
    @State(Scope.Thread)
    public static class Mix {
        @Param({"chorus", "delay", "reverb"})
        String module;
        private Module subject;

        /** Before each measurement. */
        @Setup public void prepare() {
            subject = wired(module, 2, false);
        }
    }

    @Benchmark public void amongVoices(Voices voices) {
        voices.subject.generate(0, BLOCK);
    }

    @Benchmark public void inMix(Mix mix) {
        mix.subject.generate(0, BLOCK);
    }

    private static Module wired(String type, int width, boolean cabled) {
        Module module = ModuleCatalog.load().find(type).orElseThrow().make();
        module.prepare(48_000, width);
        for (Output output : module.outputs()) {
            output.data = new float[BLOCK * LANES];
            output.step = LANES;
        }
        for (Input input : module.inputs()) {
            if (input.isGate()) {
                java.util.Arrays.fill(input.data, 1);
            } else if (!input.isBounded() || cabled && !input.isHeld()) {
                input.data = input.isBounded() ? walk(input) : noise();
                input.step = LANES;
            }
        }
        return module;
    }

    private static float[] noise() {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[BLOCK * LANES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return noise;
    }

    /** Through the middle half of the port's range, in each lane from elsewhere. */
    private static float[] walk(Input port) {
        float[] walk = new float[BLOCK * LANES];
        for (int i = 0; i < walk.length; i++) {
            double share = 0.25 + 0.5 * ((i / LANES + 7 * (i % LANES)) % BLOCK) / BLOCK;
            walk[i] = port.conversion().apply((float) (port.minimum() + share * (port.maximum(48_000) - port.minimum())));
        }
        return walk;
    }
}
