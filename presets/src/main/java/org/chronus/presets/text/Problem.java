package org.chronus.presets.text;

/**
 * A problem in a file, and its cure. Immutable; any thread.
 *
 * @param file     the file's name as it was given
 * @param line     counted from 1; 0 if the file as a whole is meant
 * @param column   counted from 1; 0 if the file as a whole is meant
 * @param severity errors refuse the file, warnings do not
 * @param what     what is wrong
 * @param cure     what to write instead
 * @param source   that line of the file; empty if the file as a whole is meant
 */
public record Problem(String file, int line, int column, Severity severity, String what, String cure, String source) {
    private static final int WIDEST = 160;

    /** {@code file:line:column: what: cure}, in one line. */
    @Override public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + what + ": " + cure;
    }

    /** The same followed by the line of the file and a caret under the place, for terminals. Several lines without a newline at the end. */
    public String withCaret() {
        if (source.isBlank()) {
            return toString();
        }
        int caret = Math.clamp(column - 1, 0, source.codePointCount(0, source.length()));
        int first = Math.max(0, caret - WIDEST / 2);
        String shown = source.codePoints().skip(first).limit(WIDEST).map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return this + System.lineSeparator() + "  " + shown + System.lineSeparator() + "  " + " ".repeat(caret - first) + "^";
    }
}
