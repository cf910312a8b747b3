package org.chronus.modules;

import java.util.Locale;

/** A signal that every voice has of its note, for cables and for inputs that follow it by default. Immutable; any thread. */
public enum NoteSignal {
    /** The key in semitones, with tuning, bend and glide; 60 is C4. */
    PITCH,
    /** The pitch in octaves above C4. */
    OCTAVE,
    /** 1 while the key is held, else 0. */
    GATE,
    /** How hard the key was struck, 0..1. */
    VELOCITY,
    /** How fast the key was let go, 0..1. */
    RELEASE,
    /** How hard the key or the channel is pressed, 0..1. */
    PRESSURE,
    /** MPE's third dimension, -1..1. */
    TIMBRE,
    /** A number that each note draws, 0..1. */
    RANDOM,
    /** -1 and 1, note by note in turn: the pick that goes down and up. */
    ALTERNATE;

    private final String symbol = name().toLowerCase(Locale.ROOT);

    /** The way presets write it behind {@code note.} */
    public String symbol() {
        return symbol;
    }

    @Override public String toString() {
        return "note." + symbol;
    }
}
