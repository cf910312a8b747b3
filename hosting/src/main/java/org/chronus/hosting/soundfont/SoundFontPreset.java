package org.chronus.hosting.soundfont;

/**
 * A sound in a SoundFont. Immutable; any thread.
 *
 * @param bank    0 for melodic sounds as a rule, 128 for drums
 * @param program 0..127
 * @param name    for people
 */
record SoundFontPreset(int bank, int program, String name) {
    /** Bank of drum kits. */
    static final int DRUMS = 128;

    /** Both numbers, as presets may name it. */
    String number() {
        return bank + ":" + program;
    }
}
