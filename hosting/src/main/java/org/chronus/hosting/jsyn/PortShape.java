package org.chronus.hosting.jsyn;

import java.util.Locale;
import java.util.Set;

import org.chronus.modules.Unit;

/**
 * A port of a unit, or a part (channel) of one, as a module has it. Immutable; any thread.
 *
 * <p>JSyn's minimum and maximum are hints for knobs, and 0 to 1 is what a port has that was given none: such a port is a signal without a
 * range here. What was given a range keeps it, but for the frequency of a voice: it reaches every key, and is slow enough for an LFO.
 *
 * @param symbol   as presets write it
 * @param port     which of the unit's ports, in their order
 * @param part     which part of it
 * @param kind     what it takes
 * @param minimum  as JSyn has it
 * @param maximum  as JSyn has it
 * @param normally what a new unit has
 */
record PortShape(String symbol, int port, int part, Kind kind, double minimum, double maximum, double normally) {
    /** The port of all gates of a unit that are inside it. */
    static final int HIDDEN = -1;
    private static final double SLOWEST = 0.01;
    private static final double HIGHEST = 20_000;

    /** What a port takes. */
    enum Kind {
        SIGNAL,
        /** Of a voice, in Hz: follows the note. */
        PITCH,
        GATE,
        /** Read once per call. */
        VARIABLE,
        OUTPUT
    }

    /** The one port of a unit that opens all envelopes within it, which it does not offer by themselves. */
    static PortShape hiddenGates(Set<String> taken) {
        return new PortShape(unused("gate", taken), HIDDEN, 0, Kind.GATE, 0, 1, 0);
    }

    /**
     * JSyn's name with a small first letter and without what is no letter, digit or _; {@code in} and {@code out} for Input and Output; of
     * two outputs left and right, of more parts a number from 1.
     */
    static String symbol(String name, int part, int parts, boolean output, Set<String> taken) {
        String plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^(?=[^A-Za-z])", "p");
        String small = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        if (output && parts == 2 && small.startsWith("output")) {
            return unused(part == 0 ? "left" : "right", taken);
        }
        String usual = output && small.equals("output") ? "out" : !output && small.equals("input") ? "in" : small;
        return unused(parts == 1 ? usual : usual + (part + 1), taken);
    }

    private static String unused(String symbol, Set<String> taken) {
        String free = symbol;
        for (int i = 2; !taken.add(free); i++) {
            free = symbol + "_" + i;
        }
        return free;
    }

    /** With another usual value. */
    PortShape at(double value) {
        return new PortShape(symbol, port, part, kind, minimum, maximum, value);
    }

    /** True if it has a range of its own. */
    boolean isBounded() {
        return kind == Kind.GATE || kind == Kind.PITCH || minimum < maximum && !(minimum == 0 && maximum == 1);
    }

    double lowest() {
        return kind == Kind.PITCH ? SLOWEST : Math.min(minimum, normally);
    }

    double highest() {
        return kind == Kind.PITCH ? HIGHEST : Math.max(maximum, normally);
    }

    /** As far as its name tells. */
    Unit unit() {
        String name = symbol.toLowerCase(Locale.ROOT);
        if (name.endsWith("frequency") || name.startsWith("cutoff")) {
            return Unit.HERTZ;
        }
        return name.matches(".*(attack|decay|hold|release|time|delay)") ? Unit.SECONDS : Unit.NONE;
    }

    /** True if equal ratios are equal steps. */
    boolean isLogarithmic() {
        return unit() != Unit.NONE && lowest() > 0;
    }
}
