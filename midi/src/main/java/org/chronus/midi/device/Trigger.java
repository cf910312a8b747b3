package org.chronus.midi.device;

import org.chronus.midi.command.Ranges;

/**
 * A key or controller that asks for something rather than sounds. Immutable; any thread.
 *
 * @param isKey  true for a key, false for a controller, which asks when it rises to its upper half: so a pedal does
 * @param number key 0..127 or controller 0..119
 */
public record Trigger(boolean isKey, int number) {
    /** @throws IllegalArgumentException for a number out of range */
    public Trigger {
        Ranges.within(isKey ? "key" : "controller number", number, isKey ? 127 : 119);
    }
}
