package org.chronus.instrument.rehearsal;

/**
 * Something that a rehearsal found, and its cure. Immutable; any thread.
 *
 * @param kind         what it is about, in a word, for programs to read
 * @param place        number, name and file of the program, or the place in the bank's file
 * @param embarrassing true if it would embarrass on stage; else it is good to know
 */
public record Verdict(Kind kind, String place, boolean embarrassing, String what, String cure) {
    /** What verdicts are about. */
    public enum Kind { MISSING, PROBLEM, FAILURE, NOT_A_NUMBER, SILENCE, CLIPPING, DC, LOUDNESS, TAIL, CPU, PRIME, KEYS }

    /** {@code place: what: cure}, in one line. */
    @Override public String toString() {
        return place + ": " + what + ": " + cure;
    }
}
