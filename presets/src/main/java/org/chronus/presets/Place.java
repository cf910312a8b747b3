package org.chronus.presets;

/**
 * Where in a file. Both count from 1; 0 means the file as a whole.
 *
 * @param column in characters as an editor counts them
 */
record Place(int line, int column) {
    static final Place WHOLE_FILE = new Place(0, 0);

    Place right(int characters) {
        return new Place(line, column + characters);
    }
}
