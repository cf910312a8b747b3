package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.presets.text.TextPosition;

/**
 * Finds where the entries of a map or list begin and end in a text: between commas, or whole lines with the comments directly above them.
 * Immutable; any thread.
 */
final class EntrySpans {
    /** From the first character to the one behind the last. */
    record Span(int from, int to) { }

    private static final String CLOSING = "}]", OPENING = "{[", QUOTES = "\"'";

    private final TextLines lines;

    EntrySpans(TextLines lines) {
        this.lines = lines;
    }

    /**
     * One for each entry.
     *
     * @param container where the map or list begins
     * @param entries   where each key or item begins, in the order of the text
     * @return nothing if they are written in a way in which they cannot be moved, such as with comments between commas
     */
    Optional<List<Span>> find(TextPosition container, List<TextPosition> entries) {
        return OPENING.indexOf(lines.text.charAt(lines.offset(container))) >= 0 ? betweenCommas(entries) : wholeLines(entries);
    }

    private Optional<List<Span>> betweenCommas(List<TextPosition> entries) {
        List<Span> spans = new ArrayList<>();
        for (TextPosition entry : entries) {
            int from = lines.offset(entry);
            spans.add(new Span(from, end(from)));
        }
        String whole = spans.isEmpty() ? "" : lines.text.substring(spans.getFirst().from(), spans.getLast().to());
        return whole.contains("#") ? Optional.empty() : Optional.of(spans);
    }

    /** Where a value between commas ends, without the blanks behind it. */
    private int end(int from) {
        String text = lines.text;
        int depth = 0, at = from;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (QUOTES.indexOf(c) >= 0) {
                quote = c;
            } else if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (depth == 0 && (c == ',' || CLOSING.indexOf(c) >= 0)) {
                break;
            } else if (CLOSING.indexOf(c) >= 0) {
                depth--;
            }
        }
        while (at > from && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private Optional<List<Span>> wholeLines(List<TextPosition> entries) {
        List<Span> spans = new ArrayList<>();
        int free = 1;
        for (int i = 0; i < entries.size(); i++) {
            int line = entries.get(i).line(), limit = i + 1 < entries.size() ? entries.get(i + 1).line() : lines.count() + 1;
            String before = lines.text.substring(lines.start(line), lines.offset(entries.get(i)));
            if (line < free || limit <= line || !before.isBlank() && !before.strip().equals("-")) {
                return Optional.empty();
            }
            int first = line, last = line, indent = lines.indent(line);
            while (first - 1 >= free && lines.isComment(first - 1)) {
                first--;
            }
            for (int next = line + 1; next < limit && (lines.isBlank(next) || lines.indent(next) > indent); next++) {
                last = lines.isBlank(next) ? last : next;
            }
            free = last + 1;
            spans.add(new Span(lines.start(first), lines.start(free)));
        }
        return Optional.of(spans);
    }
}
