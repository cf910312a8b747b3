package org.chronus.presets.preset;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.modules.patch.plan.Keys;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.NoteName;

/** Reads the keys of a part, one range or several: {@code C4 ..}, {@code .. B3}, {@code C4}, {@code F#2, G#2, A#2}. Stateless; any thread. */
final class KeyRanges {
    private static final int HIGHEST = 127;
    private static final Pattern FORM = Pattern.compile("([^\\s.]*)\\s*\\.{2,3}\\s*([^\\s.]*)");
    private static final String EXAMPLE = "write for example C4 .., .. B3 or C2 .. B4";

    private KeyRanges() { }

    /** Nothing, and reported, if the text is no range of keys, nor several. */
    static Optional<Keys> parse(Text text, Problems problems) {
        Optional<Keys> all = Optional.empty();
        for (String written : text.value().split(",", -1)) {
            Optional<Keys> range = range(written.strip(), text, problems);
            if (range.isEmpty()) {
                return range;
            }
            all = all.map(range.get()::with).or(() -> range);
        }
        return all;
    }

    private static Optional<Keys> range(String written, Text text, Problems problems) {
        Matcher form = FORM.matcher(written);
        String from = form.matches() ? form.group(1) : written, to = form.matches() ? form.group(2) : written;
        OptionalInt lowest = from.isEmpty() && form.matches() ? OptionalInt.of(0) : key(from);
        OptionalInt highest = to.isEmpty() && form.matches() ? OptionalInt.of(HIGHEST) : key(to);
        if (lowest.isEmpty() || highest.isEmpty()) {
            problems.error(text.place(), "\"" + Problems.quote(written) + "\" is no range of keys", EXAMPLE);
        } else if (Math.min(lowest.getAsInt(), highest.getAsInt()) < 0 || Math.max(lowest.getAsInt(), highest.getAsInt()) > HIGHEST) {
            problems.error(text.place(), Problems.quote(written) + " is out of range", "keys are C-1 .. G9 (0 .. 127)");
        } else if (lowest.getAsInt() > highest.getAsInt()) {
            problems.error(text.place(), "the range " + Problems.quote(written) + " is empty", "write the lower key first: " + to + " .. " + from);
        } else {
            return Optional.of(Keys.range(lowest.getAsInt(), highest.getAsInt()));
        }
        return Optional.empty();
    }

    private static OptionalInt key(String word) {
        return word.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(word)) : NoteName.parse(word);
    }
}
