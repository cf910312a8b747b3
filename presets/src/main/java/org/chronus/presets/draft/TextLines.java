package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.TextPosition;

/** The lines of a text, with their ends, and where places are in it. Lines count from 1. Immutable; any thread. */
final class TextLines {
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    TextLines(String text) {
        this.text = text;
        Matcher breaks = BREAK.matcher(text);
        while (breaks.find()) {
            starts.add(breaks.end());
        }
    }

    int count() {
        return starts.size();
    }

    /** Where a line begins; of the one after the last, where the text ends. */
    int start(int line) {
        return line > starts.size() ? text.length() : starts.get(line - 1);
    }

    int offset(TextPosition place) {
        return text.offsetByCodePoints(start(place.line()), place.column() - 1);
    }

    private String line(int number) {
        return text.substring(start(number), start(number + 1));
    }

    boolean isBlank(int number) {
        return line(number).isBlank();
    }

    boolean isComment(int number) {
        return line(number).stripLeading().startsWith("#");
    }

    /** Blanks that it begins with. */
    int indent(int number) {
        String line = line(number);
        return line.length() - line.stripLeading().length();
    }
}
