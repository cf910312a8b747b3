package org.chronus.midi.device;

import java.util.Objects;

/**
 * A MIDI input device. Immutable; any thread.
 *
 * @param name        unique, and the same whenever the device is plugged in again
 * @param vendor      of the device or its driver
 * @param description in more words
 */
public record MidiInput(String name, String vendor, String description) {
    public MidiInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(description, "description");
    }
}
