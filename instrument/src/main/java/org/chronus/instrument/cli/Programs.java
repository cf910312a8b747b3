package org.chronus.instrument.cli;

import java.util.NavigableMap;

import org.chronus.presets.Bank;
import org.chronus.presets.BankEntry;

/** Where the player is among the programs of a bank, which are numbered from 0, as on the wire. Any thread. */
final class Programs {
    private final Bank bank;
    private final int bankNumber;
    private final NavigableMap<Integer, BankEntry> entries;
    private volatile int current;

    /** @param begin the program to begin with, as the bank counts, or null for its first */
    Programs(Bank bank, Integer begin) throws Refusal {
        this.bank = bank;
        bankNumber = bank.banks().firstKey();
        entries = bank.programs(bankNumber);
        current = begin == null ? entries.firstKey() : numbered(begin);
        if (!entries.containsKey(current)) {
            throw new Refusal(bank.name() + " has no program " + begin + ": see chronus show for the bank");
        }
    }

    Bank bank() {
        return bank;
    }

    int bankNumber() {
        return bankNumber;
    }

    int current() {
        return current;
    }

    BankEntry entry() {
        return entries.get(current);
    }

    /** The program with a number as the bank counts. */
    int numbered(int number) {
        return number - bank.first();
    }

    /** The one after the current; after the last, the first. */
    int next() {
        Integer higher = entries.higherKey(current);
        return higher == null ? entries.firstKey() : higher;
    }

    /** The one before the current; before the first, the last. */
    int previous() {
        Integer lower = entries.lowerKey(current);
        return lower == null ? entries.lastKey() : lower;
    }

    /** Goes to a program; stays if there is none of that number. */
    void goTo(int program) {
        if (entries.containsKey(program)) {
            current = program;
        }
    }
}
