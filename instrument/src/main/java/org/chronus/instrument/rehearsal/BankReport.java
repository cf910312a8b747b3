package org.chronus.instrument.rehearsal;

import java.util.List;

/**
 * What came of the rehearsal of a bank; written as JSON under these names. Immutable; any thread.
 *
 * @param bank     its name
 * @param median   of the loudness of its programs, in LUFS; null if none was heard
 * @param programs in the order of their numbers
 * @param verdicts in the same order; those about the bank itself are first
 * @param changes  levels that were written
 * @param refused  files that could not be written, a line each
 */
public record BankReport(String bank, Double median, List<Row> programs, List<Verdict> verdicts, List<Change> changes, List<String> refused) {
    /**
     * A program.
     *
     * @param level    in dB, of its file and what the bank adds; 0 if it could not be played
     * @param offset   loudness against the median, in LU; 0 if it was not heard
     * @param advised  the level that would bring it there, in dB: of its file, or of the bank's program if its file came with Chronus; null for none
     * @param measured null if it could not be played
     */
    public record Row(int bank, int program, String number, String preset, String file, double level, double offset, Double advised,
                      Measured measured) { }

    /** A level that was written into a preset's file, in dB. */
    public record Change(String file, double before, double after) { }

    /** Copies the lists. */
    public BankReport {
        programs = List.copyOf(programs);
        verdicts = List.copyOf(verdicts);
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }

    /** True if nothing would embarrass on stage. */
    public boolean isGood() {
        return refused.isEmpty() && verdicts.stream().noneMatch(Verdict::embarrassing);
    }
}
