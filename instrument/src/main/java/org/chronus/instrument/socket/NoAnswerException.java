package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Somebody listens at a place and says nothing. The message is one line. Immutable. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    NoAnswerException(Path path, Duration patience) {
        super(path + ": no answer in " + patience.toSeconds() + " s: look at what chronus play says, or start it again");
    }
}
