package org.chronus.instrument.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

class EventReporterTest {
    @Test void aProgramThatTheBankHasNotIsToldOnce() throws Exception {
        List<Integer> told = new ArrayList<>();
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), Path.of("nowhere"));
        try (Instrument instrument = new Instrument(InstrumentSetup.offline(library, library.factoryBank().value(), catalog, 48_000))) {
            instrument.listen(new EventReporter(StatusLine.onStandardError(), change -> told.add(change.request().program())));
            for (int program : new int[] {98, 99, 98, 98}) {
                instrument.begin(new ProgramAddress(0, program));
            }
        }
        assertEquals(List.of(98, 99), told);
    }
}
