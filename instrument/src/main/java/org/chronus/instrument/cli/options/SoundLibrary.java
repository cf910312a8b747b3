package org.chronus.instrument.cli.options;

import java.util.List;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** The presets and banks that this user has, and what a word on the command line means among them. */
public final class SoundLibrary {
    private final ModuleCatalog catalog = ModuleCatalog.load();
    private final PresetLibrary library = PresetLibrary.of(new PresetReader(catalog), System.getenv());

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
