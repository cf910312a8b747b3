package org.chronus.presets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Text;

/**
 * Repairs slips that YAML reads as something else: {@code cutoff:700} is a key of that name, and {@code {cutoff: 0,5 kHz}} has a key {@code
 * 5 kHz}. They are reported, and repaired so that the rest of the file can be read as it was meant.
 */
public final class KeyTypos {
    private static final Pattern COLON = Pattern.compile("([A-Za-z0-9_]+):(\\S.*)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern DECIMALS = Pattern.compile("\\d.*");

    private final Problems problems;

    KeyTypos(Problems problems) {
        this.problems = problems;
    }

    /** In braces, where commas part the fields. */
    List<Field> repair(List<Field> fields) {
        List<Field> repaired = new ArrayList<>();
        for (Field field : fields) {
            Field last = repaired.isEmpty() ? null : repaired.getLast();
            if (last != null && last.value() instanceof Text whole && isBroken(whole, field)) {
                String number = whole.value() + "." + field.key().value();
                problems.error(whole.place(), "a decimal comma", "write " + Problems.quote(number) + " with a point");
                repaired.set(repaired.size() - 1, new Field(last.key(), new Text(whole.place(), number, false, false)));
            } else {
                repaired.add(field);
            }
        }
        return repairColons(repaired);
    }

    /** Anywhere. */
    List<Field> repairColons(List<Field> fields) {
        return fields.stream().map(this::repairColon).toList();
    }

    private static boolean isBroken(Text whole, Field next) {
        return isMissing(next) && WHOLE.matcher(whole.value()).matches() && DECIMALS.matcher(next.key().value()).matches();
    }

    private Field repairColon(Field field) {
        Matcher slip = COLON.matcher(field.key().value());
        if (!isMissing(field) || field.key().quoted() || !slip.matches()) {
            return field;
        }
        reportColon(field.key(), slip, problems);
        return new Field(new Text(field.key().place(), slip.group(1), false, true),
                new Text(field.key().at(slip.start(2)), slip.group(2), false, field.key().oneLine()));
    }

    /** True, and reported, if a text that stands where a map should be is a key that lost its space. */
    public static boolean isColonSlip(Text text, Problems problems) {
        Matcher slip = COLON.matcher(text.value());
        if (text.quoted() || !slip.lookingAt()) {
            return false;
        }
        reportColon(text, slip, problems);
        return true;
    }

    private static void reportColon(Text text, Matcher slip, Problems problems) {
        problems.error(text.at(slip.start(2)), "a space is missing after the colon",
                "write \"" + Problems.quote(slip.group(1) + ": " + slip.group(2)) + "\"");
    }

    private static boolean isMissing(Field field) {
        return field.value() instanceof Text text && text.isMissing();
    }
}
