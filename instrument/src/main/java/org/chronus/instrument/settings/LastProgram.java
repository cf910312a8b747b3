package org.chronus.instrument.settings;

import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;

/**
 * The program that played last, and where that was in the set. Immutable; any thread.
 *
 * @param bank     the name of the bank
 * @param file     where the bank came from
 * @param midiBank as {@code CC 0 * 128 + CC 32}
 * @param program  0..127, as on the wire
 * @param place    in the order of the bank, from 0; a set may have the same program several times
 */
public record LastProgram(String bank, String file, int midiBank, int program, int place) {
    /** A program of a bank. */
    public static LastProgram of(Bank bank, ProgramAddress address, int place) {
        return new LastProgram(bank.name(), bank.origin(), address.bank(), address.program(), place);
    }

    /** True if it was in this bank. */
    public boolean isOf(Bank other) {
        return other.name().equals(bank) && other.origin().equals(file);
    }

    /** Where it was. */
    public ProgramAddress address() {
        return new ProgramAddress(midiBank, program);
    }
}
