package org.chronus.instrument.blackbox;

/** A dump that cannot be read or played: one line, with its cure. Immutable. */
public final class DumpException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, and what to do. */
    public DumpException(String file, String what, String cure) {
        super(file + ": " + what + ": " + cure);
    }
}
