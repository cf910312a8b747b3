package org.chronus.midi.device;

/** A MIDI input that is absent, ambiguous or busy. The message is one line for the user, with the cure. Any thread. */
public final class MidiInputException extends Exception {
    MidiInputException(String message) {
        super(message);
    }

    MidiInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
