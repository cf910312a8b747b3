package org.chronus.instrument.cli.options;

import java.io.IOException;

import org.chronus.presets.files.OutputException;

/** Something that cannot be done; the message is one line with the place and the cure. Immutable. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private static final int REFUSED = 1, MISUSED = 2;
    /** As shells report the end of a program whose reader has left: 128, and the number of SIGPIPE. */
    public static final int READER_GONE = 141;

    private final int exitCode;

    /** The exit code is 1. */
    public Refusal(String message) {
        this(message, REFUSED, null);
    }

    private Refusal(String message, int exitCode, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What a file or a device said, in a line; if it is that a reader has left, nobody needs to be told. */
    public static Refusal of(IOException cause) {
        boolean isQuiet = cause instanceof OutputException output && output.isReaderGone();
        return new Refusal(cause.getMessage(), isQuiet ? READER_GONE : REFUSED, cause);
    }

    /** The command line makes no sense. The exit code is 2. */
    public static Refusal misuse(String message) {
        return new Refusal(message, MISUSED, null);
    }

    public int exitCode() {
        return exitCode;
    }
}
