package org.chronus.presets.value;

import java.util.Locale;
import java.util.OptionalDouble;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/** Explains a number that is out of range: which values the port takes, and which unit was probably meant. Stateless; any thread. */
final class RangeMessage {
    /** Nobody mistakes a minute or a beat for something else. */
    private static final int USUAL = 2;

    private RangeMessage() { }

    /** @param value the number in the port's unit */
    static void explain(TextPosition place, Quantity written, ValueSpec port, double value, double tempo, Problems problems) {
        if (!Double.isFinite((float) value)) {
            problems.error(place, written.text() + " is not a finite number", port.name() + " is " + range(port));
            return;
        }
        String meant = meant(written, port, tempo);
        String read = NumberText.value(value, port.unit());
        boolean bare = written.unit().isEmpty() && !read.equals(written.text()) && !port.unit().symbol().isEmpty();
        problems.error(place, written.text() + " is out of range", port.name() + " is " + range(port)
                + (bare ? "; " + written.text() + " is " + literal(written, port) + "." : ", not " + written.text() + ".")
                + (meant.isEmpty() ? "" : " Did you mean " + meant + "?"));
    }

    private static String range(ValueSpec port) {
        return port.isBounded() ? NumberText.range(port) : "any number that is not astronomic";
    }

    private static String literal(Quantity written, ValueSpec port) {
        return switch (port.unit()) {
            case GAIN -> "a factor";
            case NOTE -> "a note number";
            default -> written.text() + " " + port.unit().symbol();
        };
    }

    private static String meant(Quantity written, ValueSpec port, double tempo) {
        for (String unit : Units.of(port.unit()).stream().limit(USUAL).toList()) {
            String key = unit.toLowerCase(Locale.ROOT);
            OptionalDouble value = Units.convert(new Quantity(written.number(), key, ""), port.unit(), tempo);
            if (!key.equals(written.unit()) && value.isPresent() && port.takes(value.getAsDouble())) {
                String number = written.text().substring(0, written.text().length() - written.unit().length()).strip();
                return number + " " + unit;
            }
        }
        return "";
    }
}
