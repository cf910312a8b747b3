package org.chronus.modules;

/** The unit of a port's value. */
public enum Unit {
    /** An audio or control signal, or a plain number. */
    NONE(""),
    /** Cycles per second. */
    HERTZ("Hz"),
    SECONDS("s"),
    /** A MIDI note number with fraction; 60 is C4. */
    NOTE("note"),
    SEMITONES("st"),
    OCTAVES("oct"),
    /** A linear factor of amplitude; written as a number or in dB. */
    GAIN("x"),
    /** A share from 0 to 1 (or -1 to 1); written as a number or in per cent. */
    SHARE("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The way it is written behind a number; empty if it is not. */
    public String symbol() {
        return symbol;
    }
}
