package org.chronus.presets.library;

/**
 * A program of a bank. Immutable; any thread.
 *
 * @param presetReference    a file beside the bank's, or a name for the {@link PresetLibrary}
 * @param levelFactor        factor on the preset's level, 0 .. 8
 * @param transposeSemitones added to every part's, -96 .. 96
 */
public record BankEntry(String presetReference, double levelFactor, double transposeSemitones) { }
