package org.chronus.presets.text;

/**
 * Where in a file. Both count from 1; 0 means the file as a whole.
 *
 * @param column in characters as an editor counts them
 */
public record TextPosition(int line, int column) {
    public static final TextPosition WHOLE_FILE = new TextPosition(0, 0);

    TextPosition right(int characters) {
        return new TextPosition(line, column + characters);
    }
}
