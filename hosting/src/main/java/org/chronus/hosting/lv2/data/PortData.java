package org.chronus.hosting.lv2.data;

/**
 * A port as a plugin's data describes it. Immutable; any thread.
 *
 * @param symbol      of the plugin
 * @param kind        as far as it is known here
 * @param input       true for an input
 * @param optional    true if nothing need be connected
 * @param midi        true if it understands MIDI
 * @param minimumSize bytes that its buffer has at least; 0 if nothing is said
 * @param normally    the value of a control input at first
 * @param place       of a parameter among those of the plugin; -1 for any other port
 */
public record PortData(String symbol, Kind kind, boolean input, boolean optional, boolean midi, int minimumSize, float normally, int place) {
    public enum Kind { AUDIO, CONTROL, CV, ATOM, UNKNOWN }

    public boolean is(Kind other, boolean asInput) {
        return kind == other && input == asInput;
    }
}
