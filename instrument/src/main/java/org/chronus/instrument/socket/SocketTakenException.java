package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Another instrument answers at this place. The message is one line that names its process. Immutable. */
public final class SocketTakenException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param pid the process; empty if it does not say */
    SocketTakenException(Path path, OptionalLong pid) {
        super(path + " is the socket of " + (pid.isPresent() ? "process " + pid.getAsLong() : "a process that does not answer")
                + ": end that, or name another place with --socket");
    }
}
