package org.chronus.instrument.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
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

/** One block of a whole patch, 64 voices struck twice a second, 64 frames: what {@code chronus bench} measures, without its pacing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class PatchBenchmark {
    @Param({"Reference voice", "Stage tine"})
    String preset;
    private VoiceBench bench;

    /** Before each measurement. */
    @Setup public void build() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary factory = new PresetLibrary(new PresetReader(catalog), Path.of("no folder of presets"));
        bench = new VoiceBench(factory.load(preset).value());
    }

    @Benchmark public void block() {
        bench.play();
    }
}
