package org.chronus.midi.osc;

import java.util.List;

/**
 * An OSC message: an address with arguments. Immutable; any thread.
 *
 * @param address   begins with {@code /}
 * @param arguments each an Integer, Long, Float, Double, String or Boolean
 */
public record OscMessage(String address, List<Object> arguments) {
    /** Copies the list. */
    public OscMessage {
        arguments = List.copyOf(arguments);
    }

    public static OscMessage of(String address, Object... arguments) {
        return new OscMessage(address, List.of(arguments));
    }
}
