package org.chronus.instrument.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the loader does for a program change once the code is warm: {@code read} finds, reads and checks a factory preset, {@code readAgain}
 * one whose text it knows, {@code prime} builds it, plays its test note, puts it back and offers it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class PrimeBenchmark {
    private static final int RATE = 48_000;
    private static final Path NOWHERE = Path.of("no folder of presets");

    @Param({"Reference voice", "Stage tine", "Split"})
    String preset;
    private PresetReader reader;
    private PresetLibrary library;
    private PresetLoader loader;
    private Preset found;

    /** Before each measurement; the first load warms. */
    @Setup public void warm() {
        ModuleCatalog catalog = ModuleCatalog.load();
        reader = new PresetReader(catalog);
        library = new PresetLibrary(reader, NOWHERE);
        loader = new PresetLoader(library, library.factoryBank().value(), catalog, new Engine(RATE, 0xFFFF, 0, null), told -> { },
                Long.MAX_VALUE, 0);
        found = library.load(preset).value();
        loader.load(SwapRequest.program(0, 0, 0), found);
    }

    /** After each measurement. */
    @TearDown public void close() {
        loader.close();
    }

    @Benchmark public ReadResult<Preset> read() {
        return new PresetLibrary(reader, NOWHERE).load(preset);
    }

    @Benchmark public ReadResult<Preset> readAgain() {
        return library.load(preset);
    }

    @Benchmark public SwapReport prime() {
        SwapReport swap = new SwapReport(SwapRequest.program(0, 0, 0));
        loader.load(swap, found);
        return swap;
    }
}
