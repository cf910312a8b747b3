package org.chronus.instrument.panel;

/** A request that is refused, with the HTTP status that says so. The message is one line: what is wrong, and what to do. */
final class PanelRefusal extends Exception {
    private static final long serialVersionUID = 1;

    final int status;

    PanelRefusal(int status, String line) {
        super(line, null, false, false);
        this.status = status;
    }
}
