package org.chronus.presets.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * A number with its unit as somebody wrote it: {@code 700 Hz}, {@code -12.06 st}, {@code 5e-3}, {@code 30%}.
 *
 * @param unit in lower case; empty for a bare number
 * @param text as it was written
 */
public record Quantity(double number, String unit, String text) {
    private static final Pattern FORM = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?)\\s*([A-Za-z]*|%)");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+.*");
    private static final Pattern ENDLESS = Pattern.compile("[+-]?\\.?(?:nan|inf|infinity)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 60;

    /** Nothing if the text has another form. */
    public static Optional<Quantity> parse(String text) {
        String plain = text.strip().replace('\u2212', '-');
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(plain);
        return form.matches()
                ? Optional.of(new Quantity(Double.parseDouble(form.group(1)), form.group(2).toLowerCase(java.util.Locale.ROOT), plain))
                : Optional.empty();
    }

    /** The unit as it was written. */
    public String writtenUnit() {
        return text.substring(text.length() - unit.length());
    }

    /** Reports why a text is no number. */
    public static void explain(TextPosition place, String text, String example, Problems problems) {
        String shown = Problems.quote(text.strip());
        if (shown.isEmpty()) {
            problems.error(place, "a number is missing", "write for example " + example);
        } else if (COMMA.matcher(shown).matches()) {
            problems.error(place, "a decimal comma", "write " + shown.replaceFirst(",", ".") + " with a point");
        } else if (ENDLESS.matcher(shown).matches()) {
            problems.error(place, shown + " is not a finite number", "write for example " + example);
        } else {
            problems.error(place, "\"" + shown + "\" is not a number", "write for example " + example);
        }
    }
}
