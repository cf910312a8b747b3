package org.chronus.hosting.lv2.data;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.chronus.hosting.PluginInfo;

/**
 * A plugin as its data describes it. Immutable; any thread.
 *
 * @param pointer      the {@code LilvPlugin}, which lives as long as the world
 * @param info         what everybody may know
 * @param ports        in the order of the plugin
 * @param presets      its presets
 * @param latencyPort  the control output that says how many frames it is late; -1 if it is never late
 * @param offlinePort  the control input that says whether time is not real; -1 if it does not matter
 * @param defaultState true if its data has a state that it is to be given first
 * @param tail         in seconds
 */
public record PluginData(MemorySegment pointer, PluginInfo info, List<PortData> ports, Presets presets, int latencyPort,
                         int offlinePort, boolean defaultState, double tail) {
    public PluginData {
        ports = List.copyOf(ports);
    }

    /** The port of a symbol; -1 if there is none. */
    public int port(String symbol) {
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        return -1;
    }
}
