package org.chronus.presets.text;

import org.chronus.presets.text.YamlNode.Text;

/** Reports names that lose what stands behind a {@code #}, which begins a comment unless the name is quoted. Stateless; any thread. */
public final class UnquotedHash {
    private UnquotedHash() { }

    public static void check(Text text, Problems problems) {
        String line = problems.line(text.place().line());
        int start = text.place().column() - 1 + text.value().codePointCount(0, text.value().length());
        if (text.quoted() || !text.oneLine() || start > line.codePointCount(0, line.length())) {
            return;
        }
        String rest = line.substring(line.offsetByCodePoints(0, start));
        if (rest.matches("\\s*#\\S.*")) {
            String lost = rest.strip();
            problems.warning(new TextPosition(text.place().line(), start + 1 + rest.indexOf('#')),
                    "\"" + Problems.quote(lost) + "\" is taken for a comment",
                    "if it belongs to the name, put all of it in quotes: \"" + Problems.quote(text.value()) + rest.substring(0, rest.indexOf('#'))
                            + Problems.quote(lost) + "\"");
        }
    }
}
