package org.chronus.instrument.cli;

import java.util.List;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.Bank;
import org.chronus.presets.Preset;
import org.chronus.presets.PresetFile;
import org.chronus.presets.PresetLibrary;
import org.chronus.presets.PresetReader;
import org.chronus.presets.Problem;
import org.chronus.presets.Reading;

/** The presets and banks that this user has, and what a word on the command line means among them. */
final class Sounds {
    private final ModuleCatalog catalog = ModuleCatalog.load();
    private final PresetLibrary library = PresetLibrary.of(new PresetReader(catalog), System.getenv());

    ModuleCatalog catalog() {
        return catalog;
    }

    PresetLibrary library() {
        return library;
    }

    Bank factoryBank() throws Refusal {
        return good(library.factoryBank());
    }

    Bank bank(String word) throws Refusal {
        PresetFile file = good(library.find(word));
        if (!file.isBank()) {
            throw new Refusal(word + ": is a preset, not a bank: name it with --preset");
        }
        return good(library.readBank(file));
    }

    Preset preset(String word) throws Refusal {
        return good(library.load(word));
    }

    /** The value; warnings are said, errors refused. */
    static <T> T good(Reading<T> reading) throws Refusal {
        List<Problem> problems = reading.problems();
        if (reading.found().isEmpty()) {
            throw new Refusal(String.join("\n", problems.stream().map(Problem::withCaret).toList()));
        }
        problems.forEach(problem -> System.err.println("chronus: " + problem));
        return reading.value();
    }
}
