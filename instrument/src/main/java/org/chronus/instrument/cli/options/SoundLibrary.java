package org.chronus.instrument.cli.options;

import java.util.List;
import java.util.function.Consumer;

import org.chronus.hosting.jars.JarScan;
import org.chronus.hosting.jars.PluginFolder;
import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** The presets and banks that this user has, and what a word on the command line means among them. */
public final class SoundLibrary {
    private final PluginCatalog plugins;
    private final ModuleCatalog catalog;
    private final PresetLibrary library;

    public SoundLibrary() {
        this(_ -> { });
    }

    /** {@code progress}: hears how far it is while plugins are looked for, which is at the first preset that names one. */
    public SoundLibrary(Consumer<String> progress) {
        plugins = new PluginCatalog(System.getenv(), progress);
        catalog = withJars(ModuleCatalog.load()).with(plugins);
        library = PresetLibrary.of(new PresetReader(catalog), System.getenv());
    }

    /** What cannot be used of the plugin folder is said; it harms nothing. */
    private static ModuleCatalog withJars(ModuleCatalog known) {
        JarScan jars = PluginFolder.of(System.getenv()).scan(known.names());
        jars.refusals().forEach(refusal -> System.err.println("chronus: " + refusal.jar() + ": " + refusal.reason()));
        ModuleCatalog catalog = known;
        for (ModuleType type : jars.types()) {
            catalog = catalog.and(type);
        }
        return catalog;
    }

    /** Other people's plugins. */
    public PluginCatalog plugins() {
        return plugins;
    }

    public ModuleCatalog catalog() {
        return catalog;
    }

    public PresetLibrary library() {
        return library;
    }

    public Bank factoryBank() throws Refusal {
        return good(library.factoryBank());
    }

    public Bank bank(String word) throws Refusal {
        PresetFile file = good(library.find(word));
        if (!file.isBank()) {
            throw new Refusal(word + ": is a preset, not a bank: name it with --preset");
        }
        return good(library.readBank(file));
    }

    public Preset preset(String word) throws Refusal {
        return good(library.load(word));
    }

    /** The value; warnings are said, errors refused. */
    public static <T> T good(ReadResult<T> reading) throws Refusal {
        List<Problem> problems = reading.problems();
        if (reading.found().isEmpty()) {
            throw new Refusal(String.join("\n", problems.stream().map(Problem::withCaret).toList()));
        }
        problems.forEach(problem -> System.err.println("chronus: " + problem));
        return reading.value();
    }
}
