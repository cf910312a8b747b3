package org.chronus.instrument.doctor;

/**
 * What was found about one setting. Immutable; any thread.
 *
 * @param about   what it is about, a word or two
 * @param verdict whether something should be done
 * @param found   what is, in words
 * @param cure    what to do; empty if nothing need be done
 */
public record Finding(String about, Verdict verdict, String found, String cure) {
    /** GOOD: as it should be. ADVICE: better otherwise, for small periods. CHANGE: it will be heard. */
    public enum Verdict { GOOD, ADVICE, CHANGE }

    static Finding good(String about, String found) {
        return new Finding(about, Verdict.GOOD, found, "");
    }

    static Finding advice(String about, String found, String cure) {
        return new Finding(about, Verdict.ADVICE, found, cure);
    }

    static Finding change(String about, String found, String cure) {
        return new Finding(about, Verdict.CHANGE, found, cure);
    }
}
