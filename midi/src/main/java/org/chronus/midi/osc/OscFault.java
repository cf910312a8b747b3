package org.chronus.midi.osc;

/** The kinds of faults of incoming packets and messages. Immutable; any thread. */
public enum OscFault {
    /** Neither a message nor a bundle. */
    PACKET("no OSC packet"),
    /** A bundle whose elements have impossible lengths, or that is nested too deeply. */
    BUNDLE("a broken bundle"),
    /** A message whose arguments end too early, or have a type that is not supported. */
    ARGUMENTS("broken arguments"),
    /** A time tag too far ahead, or too many messages that wait. */
    TIME("a time that cannot be waited for"),
    /** A message with an unknown address. */
    ADDRESS("an unknown address"),
    /** A known message that was refused. */
    REFUSED("a refused message"),
    /** An internal error while a message was handled. */
    OURS("a mistake of ours");

    private final String meaning;

    OscFault(String meaning) {
        this.meaning = meaning;
    }

    /** A short description. */
    public String meaning() {
        return meaning;
    }
}
