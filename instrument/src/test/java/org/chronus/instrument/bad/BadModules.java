package org.chronus.instrument.bad;

import java.util.List;

import org.chronus.modules.ModuleLibrary;
import org.chronus.modules.ModuleType;

/** What other people's jars may contain. */
public final class BadModules implements ModuleLibrary {
    @Override public List<ModuleType> types() {
        return List.of(new ModuleType("misbehaves", "does what no module may", Misbehaving::new),
                new ModuleType("late", "comes ten frames later", Late::new),
                new ModuleType("sines", "plays notes by itself", SineInstrument::new));
    }
}
