package org.chronus.modules.oscillators;

/** Note numbers of frequencies. */
final class Pitches {
    private Pitches() { }

    /** The note number, with fraction, of a frequency in Hz. */
    static double of(double hertz) {
        return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
    }
}
