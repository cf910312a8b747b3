package org.chronus.presets.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Presets by MIDI address. Immutable; any thread.
 *
 * @param name   as the player sees it
 * @param first  what the player's keyboard calls the first program, 0 or 1; for showing numbers only
 * @param banks  by bank number as {@code CC 0 * 128 + CC 32}, then by program 0..127 as on the wire; sorted
 * @param set    the order in which they are played; empty for the order of their numbers
 * @param origin the file that it came from
 */
public record Bank(String name, int first, NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks, List<ProgramAddress> set,
                   String origin) {
    /** Copies the maps and the list. */
    public Bank {
        NavigableMap<Integer, NavigableMap<Integer, BankEntry>> copy = new TreeMap<>();
        for (Map.Entry<Integer, NavigableMap<Integer, BankEntry>> each : banks.entrySet()) {
            copy.put(each.getKey(), Collections.unmodifiableNavigableMap(new TreeMap<>(each.getValue())));
        }
        banks = Collections.unmodifiableNavigableMap(copy);
        set = List.copyOf(set);
    }

    /** What a program change calls, bank 0..16383 and program 0..127. */
    public Optional<BankEntry> find(int bank, int program) {
        return Optional.ofNullable(programs(meant(bank)).get(program));
    }

    /** Where that is; nothing if there is no such program. */
    public Optional<ProgramAddress> address(int bank, int program) {
        return find(bank, program).map(found -> new ProgramAddress(meant(bank), program));
    }

    /** The first program with this preset, by the word by which its entry has it; nothing if none has. */
    public Optional<ProgramAddress> address(String reference) {
        return banks.entrySet().stream().flatMap(bank -> bank.getValue().entrySet().stream()
                .filter(program -> program.getValue().presetReference().equals(reference))
                .map(program -> new ProgramAddress(bank.getKey(), program.getKey()))).findFirst();
    }

    /**
     * Keyboards that send CC 0 alone mean by it what others say by CC 32: a bank that is a multiple of 128, and not there, is taken for
     * that multiple.
     */
    private int meant(int bank) {
        return bank % 128 == 0 && !banks.containsKey(bank) ? bank / 128 : bank;
    }

    /** The programs of one bank, sorted, so that {@code higherEntry} is the next; empty if there is no such bank. */
    public NavigableMap<Integer, BankEntry> programs(int bank) {
        return banks.getOrDefault(bank, Collections.emptyNavigableMap());
    }

    /** The order in which it is played: its set, else the programs of its first bank. */
    public List<ProgramAddress> order() {
        return set.isEmpty() ? banks.firstEntry().getValue().keySet().stream()
                .map(program -> new ProgramAddress(banks.firstKey(), program)).toList() : set;
    }
}
