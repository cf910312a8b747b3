package org.chronus.presets.text;

/**
 * A position in a file. Both numbers count from 1; 0 means the file as a whole. Immutable; any thread.
 *
 * @param column in characters as an editor counts them
 */
public record TextPosition(int line, int column) {
    public static final TextPosition WHOLE_FILE = new TextPosition(0, 0);

    TextPosition right(int characters) {
        return new TextPosition(line, column + characters);
    }
}
