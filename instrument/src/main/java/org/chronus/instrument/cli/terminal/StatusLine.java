package org.chronus.instrument.cli.terminal;

import java.io.PrintStream;

/**
 * Standard error, with one line that on a terminal stays below all that is said: how far something has come, or digits that wait for
 * Enter. Any thread.
 */
public final class StatusLine {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private String status = "";

    StatusLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static StatusLine onStandardError() {
        String kind = System.getenv().getOrDefault("TERM", "dumb");
        return new StatusLine(System.err, Terminal.is(Terminal.ERROR) && !kind.equals("dumb") && !kind.isEmpty());
    }

    /** False if it goes into a pipe, a file, or a terminal that knows no sequences, where no status is shown. */
    boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    public synchronized void say(String line) {
        out.print(terminal ? CLEAR + line + System.lineSeparator() + status : line + System.lineSeparator());
        out.flush();
    }

    /** What stands below all lines from now on; empty for nothing. */
    public synchronized void show(String text) {
        if (terminal && !text.equals(status)) {
            status = text;
            out.print(CLEAR + text);
            out.flush();
        }
    }
}
