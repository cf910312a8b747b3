package org.chronus.midi.device;

import java.util.Objects;

/**
 * A device that one can play on. Immutable: made on any thread, read on any thread.
 *
 * @param name        the same whenever the device is plugged in again, and no other device's
 * @param vendor      who made it or its driver
 * @param description in more words
 */
public record MidiInput(String name, String vendor, String description) {
    public MidiInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(description, "description");
    }
}
