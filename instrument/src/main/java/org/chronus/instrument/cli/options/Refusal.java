package org.chronus.instrument.cli.options;

/** Something that cannot be done; the message is one line with the place and the cure, and the exit code is 1. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
