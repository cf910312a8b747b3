package org.chronus.instrument.diagram;

/** Refuses a patch that would take minutes to be laid out, and that nobody could read. The message is one line: what is wrong, and what to do. */
public final class DiagramTooLarge extends Exception {
    private static final long serialVersionUID = 1;

    DiagramTooLarge(int ways, int most) {
        super(ways + " pairs of modules are cabled, and no more than " + most + " are drawn: look at its text", null, false, false);
    }
}
