package org.chronus.midi.osc;

/** The kinds of what is wrong with what comes in. Immutable; any thread. */
public enum OscFault {
    /** Neither a message nor a bundle. */
    PACKET("no OSC packet"),
    /** A bundle whose pieces do not fit, or that lies too deep in others. */
    BUNDLE("a broken bundle"),
    /** A message whose arguments end too early, or are of a kind that is not taken. */
    ARGUMENTS("broken arguments"),
    /** A time tag too far ahead, or more that waits than there is room for. */
    TIME("a time that cannot be waited for"),
    /** A message that nobody knows. */
    ADDRESS("an unknown address"),
    /** A message that is known and was refused. */
    REFUSED("a refused message"),
    /** A message that we failed at. */
    OURS("a mistake of ours");

    private final String meaning;

    OscFault(String meaning) {
        this.meaning = meaning;
    }

    /** In a few words. */
    public String meaning() {
        return meaning;
    }
}
