package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.file.Path;

/** No instrument listens at a place. The message is one line with the cure. Immutable. */
public final class NobodyThereException extends IOException {
    private static final long serialVersionUID = 1;

    NobodyThereException(Path path, IOException cause) {
        super("no instrument answers at " + path + ": start one with chronus play, or name its place with --socket", cause);
    }
}
