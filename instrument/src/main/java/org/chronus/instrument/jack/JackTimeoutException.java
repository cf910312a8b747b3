package org.chronus.instrument.jack;

import java.io.IOException;

/** A JACK server runs, but does not answer. The message is one line, with the cure. */
public final class JackTimeoutException extends IOException {
    private static final long serialVersionUID = 1;

    JackTimeoutException(String message) {
        super(message);
    }
}
