package org.chronus.presets.library;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/**
 * The programs of a bank that can be played here. Others are left out, with a warning of one line: so a bank of plugins can be played with
 * those that are installed. Immutable; any thread but the audio thread.
 */
final class PlayablePrograms {
    private final PresetLibrary library;

    PlayablePrograms(PresetLibrary library) {
        this.library = library;
    }

    /** The bank without those that cannot be had, and why; an error if there is none left. */
    ReadResult<Bank> of(Bank bank) {
        List<Problem> problems = new ArrayList<>();
        NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks = new TreeMap<>();
        bank.banks().forEach((number, programs) -> programs.forEach((program, entry) -> {
            Optional<Problem> refusal = library.load(bank, entry).problems().stream().filter(each -> each.severity() == Severity.ERROR).findFirst();
            if (refusal.isPresent()) {
                problems.add(warning(entry, refusal.get()));
            } else {
                banks.computeIfAbsent(number, _ -> new TreeMap<>()).put(program, entry);
            }
        }));
        if (banks.isEmpty()) {
            problems.addAll(ReadResult.refused(bank.origin(), "none of its presets can be played", "install what they need").problems());
            return new ReadResult<>(null, problems);
        }
        return new ReadResult<>(new Bank(bank.name(), bank.first(), banks, bank.set(), bank.origin()), problems);
    }

    private Problem warning(BankEntry entry, Problem refusal) {
        return new Problem(entry.presetReference(), refusal.line(), refusal.column(), Severity.WARNING, refusal.what(), refusal.cure(), "");
    }
}
