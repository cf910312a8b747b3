package org.chronus.midi.song;

import java.nio.file.Path;

/** Thrown for a MIDI file that cannot be played. The message is one line for the user: path, cause and cure. Immutable; any thread. */
public final class MidiFileException extends Exception {
    MidiFileException(Path file, String wrong, String cure) {
        this(file, wrong, cure, null);
    }

    MidiFileException(Path file, String wrong, String cure, Throwable cause) {
        super(file + ": " + wrong + ": " + cure, cause);
    }
}
