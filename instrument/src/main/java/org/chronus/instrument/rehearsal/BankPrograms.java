package org.chronus.instrument.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.BankReader;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/**
 * Finds the programs that a word means: those of a bank, of a preset by itself, or of a folder: of the only bank in it, else all of its
 * presets by their names. Those that cannot be played are among them. Immutable; any thread but audio.
 */
public final class BankPrograms {
    private static final String ENDING = ".yaml";
    private static final int PROGRAMS = 128;

    private final PresetLibrary library;

    public BankPrograms(PresetLibrary library) {
        this.library = library;
    }

    /** The bank of all factory presets. */
    public ReadResult<Bank> factory() {
        return library.factoryBank();
    }

    /** The bank of a word; nothing, and why, if there is none, or nothing in it. */
    public ReadResult<Bank> find(String word) {
        Optional<Path> folder = folder(word);
        if (folder.isPresent()) {
            return ofFolder(folder.get());
        }
        ReadResult<PresetFile> file = library.find(word);
        return file.found().map(this::of).orElseGet(file::withoutValue);
    }

    private ReadResult<Bank> of(PresetFile file) {
        if (!file.isBank()) {
            return ReadResult.of(of(file.name(), List.of(file)));
        }
        // Not by the library, which leaves out those whose plugins are missing.
        ReadResult<Bank> bank = new BankReader(library).read(file.text(), file.file());
        return bank.found().filter(found -> !found.banks().isEmpty()).isPresent() ? bank : bank.withoutValue();
    }

    private static Optional<Path> folder(String word) {
        try {
            return Optional.of(Path.of(word)).filter(Files::isDirectory);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private ReadResult<Bank> ofFolder(Path folder) {
        List<PresetFile> presets = new ArrayList<>(), banks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(each -> each.toString().endsWith(ENDING)).sorted().toList()) {
                ReadResult<PresetFile> file = library.find(path.toAbsolutePath().normalize().toString());
                if (file.found().isEmpty()) {
                    return file.withoutValue();
                }
                (file.value().isBank() ? banks : presets).add(file.value());
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return ReadResult.refused(folder.toString(), "the folder cannot be read", "allow it: chmod u+rx");
        }
        if (banks.size() > 1) {
            return ReadResult.refused(folder.toString(), "has " + banks.size() + " banks", "name one of them: " + String.join(", ",
                    banks.stream().map(bank -> bank.stem() + ENDING).toList()));
        }
        if (banks.size() == 1) {
            return of(banks.getFirst());
        }
        return presets.isEmpty() ? ReadResult.refused(folder.toString(), "has neither presets nor banks", "name a folder with .yaml files")
                : ReadResult.of(of(folder.toString(), presets));
    }

    /** A bank of these presets, in their order. */
    private static Bank of(String name, List<PresetFile> presets) {
        NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks = new TreeMap<>();
        for (int i = 0; i < presets.size(); i++) {
            PresetFile file = presets.get(i);
            String reference = file.factory() ? file.stem() + ENDING : Path.of(file.file()).toAbsolutePath().toString();
            banks.computeIfAbsent(i / PROGRAMS, _ -> new TreeMap<>()).put(i % PROGRAMS, new BankEntry(reference, 1, 0));
        }
        return new Bank(name, 0, banks, List.of(), presets.getFirst().file());
    }

    /** The programs of a bank in the order of their numbers. */
    List<Program> programs(Bank bank) {
        List<Program> programs = new ArrayList<>();
        bank.banks().forEach((number, entries) -> entries.forEach((program, entry) ->
                programs.add(read(bank, new ProgramAddress(number, program), entry))));
        return programs;
    }

    private Program read(Bank bank, ProgramAddress address, BankEntry entry) {
        ReadResult<Preset> preset = library.load(bank, entry);
        String shown = String.valueOf(address.program() + bank.first()), number = address.bank() == 0 ? shown : address.bank() + ":" + shown;
        String name = preset.found().map(Preset::name).orElse(entry.presetReference());
        String file = preset.found().map(Preset::origin).orElse(name);
        double fileLevel = preset.found().map(found -> found.plan().level() / entry.levelFactor()).orElse(1.0);
        return new Program(address, number, name, file, fileLevel, preset.found(), preset.problems());
    }
}
