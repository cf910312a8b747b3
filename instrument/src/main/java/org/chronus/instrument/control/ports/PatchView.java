package org.chronus.instrument.control.ports;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A patch as pages and scripts have it, as JSON says it too. Immutable; any thread.
 *
 * @param patch  a number that no other patch has; negative if nothing plays
 * @param preset the name of its preset
 * @param parts  in the order of the preset, the mix as the last
 */
public record PatchView(long patch, String preset, List<PartView> parts) {
    static final PatchView NOTHING = new PatchView(-1, "", List.of());

    /**
     * A part, or the mix.
     *
     * @param part    its name in the preset; of the mix {@code mix}
     * @param modules in the order of the preset
     */
    public record PartView(String part, List<ModuleView> modules) { }

    /**
     * A module.
     *
     * @param module  where it is, in the words of {@code set}: with its part if others have a module of that name
     * @param id      its name in the part
     * @param type    of the catalog
     * @param meaning of the type, in a line
     * @param ports   inputs that have a range
     * @param outputs what can be listened to
     */
    public record ModuleView(String module, String id, String type, String meaning, List<PortView> ports, List<String> outputs) { }

    /**
     * An input.
     *
     * @param value       where it is now, cables aside
     * @param usual       what the preset says, or else the contract
     * @param low         the least that it takes
     * @param high        the most
     * @param unit        as it is written behind a number; empty for plain numbers
     * @param logarithmic true if equal ratios are equal steps
     * @param follows     what it follows in the place of a value, so that it cannot be set; else empty
     * @param bound       the controllers that set it
     */
    public record PortView(String port, double value, @JsonProperty("default") double usual, double low, double high, String unit,
                           boolean logarithmic, String meaning, String follows, List<BoundController> bound) { }

    /**
     * Where all inputs are at some moment.
     *
     * @param patch    the number of the patch
     * @param values   in the order in which it has its inputs
     * @param learning the parameter that waits for a controller; empty if none does
     */
    public record Values(long patch, List<Double> values, String learning) { }
}
