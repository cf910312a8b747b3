package org.chronus.presets;

import java.util.Collections;
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
 * @param origin the file that it came from
 */
public record Bank(String name, int first, NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks, String origin) {
    /** Copies the maps. */
    public Bank {
        NavigableMap<Integer, NavigableMap<Integer, BankEntry>> copy = new TreeMap<>();
        for (Map.Entry<Integer, NavigableMap<Integer, BankEntry>> each : banks.entrySet()) {
            copy.put(each.getKey(), Collections.unmodifiableNavigableMap(new TreeMap<>(each.getValue())));
        }
        banks = Collections.unmodifiableNavigableMap(copy);
    }

    /**
     * What a program change calls, bank 0..16383 and program 0..127. Keyboards that send CC 0 alone mean by it what others say by CC 32:
     * a bank that is a multiple of 128, and not there, is taken for that multiple.
     */
    public Optional<BankEntry> find(int bank, int program) {
        int meant = bank % 128 == 0 && !banks.containsKey(bank) ? bank / 128 : bank;
        return Optional.ofNullable(programs(meant).get(program));
    }

    /** The programs of one bank, sorted, so that {@code higherEntry} is the next; empty if there is no such bank. */
    public NavigableMap<Integer, BankEntry> programs(int bank) {
        return banks.getOrDefault(bank, Collections.emptyNavigableMap());
    }
}
