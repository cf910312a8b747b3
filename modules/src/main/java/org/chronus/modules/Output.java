package org.chronus.modules;

/** An output port of a module. While nothing reads it, the engine points it at a scratch line with step 0. */
public final class Output extends Signal {
    private final String symbol;
    private String meaning = "";
    private double minimum = -Float.MAX_VALUE;
    private double maximum = Float.MAX_VALUE;

    Output(String symbol) {
        this.symbol = symbol;
    }

    /** Says in a few words what comes out. */
    public Output means(String text) {
        meaning = text;
        return this;
    }

    /** Promises that nothing outside comes out, so that an input with at least this range need not clamp it. */
    public Output within(double minimum, double maximum) {
        this.minimum = minimum;
        this.maximum = maximum;
        return this;
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }
}
