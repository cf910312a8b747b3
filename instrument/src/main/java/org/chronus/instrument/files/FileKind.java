package org.chronus.instrument.files;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of file that a user may have, by how its name ends. Immutable; any thread. */
public enum FileKind {
    /** A preset or a bank. */
    YAML(".yaml", 1L << 20),
    SCALE(".scl", 1L << 20),
    KEYMAP(".kbm", 1L << 20),
    SOUNDFONT(".sf2", 256L << 20);

    private final String ending;
    private final long most;

    FileKind(String ending, long most) {
        this.ending = ending;
        this.most = most;
    }

    /** Bytes that one may have. */
    long most() {
        return most;
    }

    /** That of a name; nothing if it is another. */
    static Optional<FileKind> of(String name) {
        return Stream.of(values()).filter(kind -> name.toLowerCase(Locale.ROOT).endsWith(kind.ending)).findFirst();
    }
}
