package org.chronus.midi.device;

/** Thrown for a MIDI input that is absent, ambiguous or busy. The message is one line for the user, with the cure. Immutable; any thread. */
public final class MidiInputException extends Exception {
    MidiInputException(String message) {
        super(message);
    }

    MidiInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
