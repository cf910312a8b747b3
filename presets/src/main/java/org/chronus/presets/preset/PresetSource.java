package org.chronus.presets.preset;

/**
 * From what a preset can be made again. Immutable; any thread.
 *
 * @param text       as it was read; empty if it was made without one
 * @param level      the factors by which it was then made louder, multiplied
 * @param transpose  the semitones by which it was then made higher, added
 */
public record PresetSource(String text, double level, double transpose) {
    /** Of one that was read and not adjusted. */
    public static PresetSource of(String text) {
        return new PresetSource(text, 1, 0);
    }

    PresetSource adjusted(double levelFactor, double transposeSemitones) {
        return new PresetSource(text, level * levelFactor, transpose + transposeSemitones);
    }
}
