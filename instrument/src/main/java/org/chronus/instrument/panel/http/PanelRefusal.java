package org.chronus.instrument.panel.http;

/** A request that is refused, with the HTTP status that says so. The message is one line: what is wrong, and what to do. */
public final class PanelRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    public PanelRefusal(int status, String line) {
        super(line, null, false, false);
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }
}
