package org.chronus.instrument.control;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.modules.Input;

/** Describes the declaration of an input in words. Any thread. */
public final class PortText {
    private PortText() { }

    /** {@code 20 .. 20000 Hz}; {@code signal} if no range was declared. */
    public static String range(Input input) {
        if (!input.isBounded()) {
            return "signal";
        }
        String unit = input.unit().symbol();
        return number(input.minimum()) + " .. " + number(input.maximum()) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Its usual value, how it moves, and what it does. */
    public static String notes(Input input) {
        String normally = input.follows().map(signal -> "follows " + signal)
                .orElse(input.isReplaced() ? "without cables " + number(input.normally())
                        : input.isBounded() ? "normally " + number(input.normally()) : "");
        String traits = Stream.of(normally, input.isLogarithmic() ? "logarithmic" : "", input.isHeld() ? "held" : "",
                input.smoothing() > 0 ? "smoothed " + number(1e3 * input.smoothing()) + " ms" : "")
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return traits + (traits.isEmpty() || input.meaning().isEmpty() ? "" : ". ") + input.meaning();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value).replaceAll("0+$", "");
    }
}
