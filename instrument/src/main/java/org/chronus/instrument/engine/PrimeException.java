package org.chronus.instrument.engine;

/** A patch that must not sound; the message is one line that says why. */
public final class PrimeException extends Exception {
    private static final long serialVersionUID = 1;

    PrimeException(String message) {
        super(message);
    }
}
