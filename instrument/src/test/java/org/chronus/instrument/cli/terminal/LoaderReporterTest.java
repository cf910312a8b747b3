package org.chronus.instrument.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

class LoaderReporterTest {
    @Test void aProgramThatTheBankHasNotIsToldOnce() {
        List<Integer> told = new ArrayList<>();
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = PresetLibrary.of(new PresetReader(catalog), Map.of("HOME", Path.of("nowhere").toString()));
        LoaderReporter talk = new LoaderReporter(StatusLine.onStandardError(), swap -> told.add(swap.program()));
        try (PresetLoader loader = new PresetLoader(library, library.factoryBank().value(), catalog, new Engine(48_000, 0xFFFF, 0, null), 48_000,
                talk, PresetLoader.OFFLINE)) {
            for (int program : new int[] {98, 99, 98, 98}) {
                loader.load(new Swap(0, 0, program));
            }
        }
        assertEquals(List.of(98, 99), told);
    }
}
