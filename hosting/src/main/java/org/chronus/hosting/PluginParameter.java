package org.chronus.hosting;

import java.util.Map;

import org.chronus.modules.Unit;

/**
 * A parameter of a plugin. Immutable; any thread.
 *
 * @param symbol      for presets: lower or upper case letters, digits and _, no digit first; each once in its plugin
 * @param name        for people
 * @param minimum     in its own unit
 * @param maximum     above the minimum
 * @param normally    in between; without a preset or state
 * @param unit        as far as it is one of ours
 * @param logarithmic true if equal ratios are equal steps
 * @param stepped     true if it has whole numbers only, a switch included
 * @param points      values with a name, by the name; empty if there are none
 */
public record PluginParameter(String symbol, String name, float minimum, float maximum, float normally, Unit unit, boolean logarithmic,
                              boolean stepped, Map<String, Float> points) {
    /** Copies the map. */
    public PluginParameter {
        points = Map.copyOf(points);
        if (!(minimum < maximum) || !(normally >= minimum && normally <= maximum)) {
            throw new IllegalArgumentException(symbol + ": " + normally + " is not in " + minimum + " to " + maximum);
        }
    }
}
