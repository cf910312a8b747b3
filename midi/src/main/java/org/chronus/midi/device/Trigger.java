package org.chronus.midi.device;

import org.chronus.midi.command.Ranges;

/**
 * A key or controller of a {@link RemoteTriggers remote control}. Immutable; any thread.
 *
 * @param isKey  true for a key, false for a controller, which triggers when its value reaches 64, as a pedal does
 * @param number key 0..127 or controller 0..119
 */
public record Trigger(boolean isKey, int number) {
    /** @throws IllegalArgumentException for a number out of range */
    public Trigger {
        Ranges.within(isKey ? "key" : "controller number", number, isKey ? 127 : 119);
    }
}
