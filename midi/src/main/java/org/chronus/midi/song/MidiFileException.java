package org.chronus.midi.song;

import java.nio.file.Path;

/** A file that cannot be played. The message is one line for the user: the path, what is wrong, the cure. Any thread. */
public final class MidiFileException extends Exception {
    MidiFileException(Path file, String wrong, String cure) {
        this(file, wrong, cure, null);
    }

    MidiFileException(Path file, String wrong, String cure, Throwable cause) {
        super(file + ": " + wrong + ": " + cure, cause);
    }
}
