package org.chronus.instrument.prime;

/** A patch that must not sound; the message is one line that says why. */
public final class PrimeException extends Exception {
    private static final long serialVersionUID = 1;

    public PrimeException(String message) {
        super(message);
    }
}
