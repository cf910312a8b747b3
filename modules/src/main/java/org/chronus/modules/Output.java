package org.chronus.modules;

/** Where a module writes a signal. While nothing reads it, the engine points it at a scratch line with step 0. */
public final class Output extends Signal {
    private final String symbol;
    private String meaning = "";

    Output(String symbol) {
        this.symbol = symbol;
    }

    /** Says in a few words what comes out. */
    public Output means(String text) {
        meaning = text;
        return this;
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }
}
