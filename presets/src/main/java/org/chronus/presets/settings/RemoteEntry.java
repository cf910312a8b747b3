package org.chronus.presets.settings;

import java.util.Optional;

/**
 * What of a device changes programs. Immutable; any thread.
 *
 * @param next     goes on in the set list
 * @param previous goes back
 * @param panic    silences everything
 */
public record RemoteEntry(Optional<Press> next, Optional<Press> previous, Optional<Press> panic) {
    /** Nothing. */
    public static final RemoteEntry NONE = new RemoteEntry(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * One thing that can be pressed.
     *
     * @param isKey  true for a key, false for a controller
     * @param number key 0..127 or controller 0..119
     */
    public record Press(boolean isKey, int number) { }
}
