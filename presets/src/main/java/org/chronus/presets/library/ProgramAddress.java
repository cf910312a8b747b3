package org.chronus.presets.library;

/**
 * The MIDI address of a program. Immutable; any thread.
 *
 * @param bank    as {@code CC 0 * 128 + CC 32}
 * @param program 0..127, as on the wire
 */
public record ProgramAddress(int bank, int program) { }
