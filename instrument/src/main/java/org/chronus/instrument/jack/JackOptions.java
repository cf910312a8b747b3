package org.chronus.instrument.jack;

/**
 * How a client of JACK is set up. Immutable.
 *
 * @param server   the server's name; empty for the usual one
 * @param client   what the client would like to be called
 * @param connects false if it connects no audio by itself
 * @param target   its outputs are connected to ports whose name has this; empty for the first two of the hardware
 */
public record JackOptions(String server, String client, boolean connects, String target) {
    /** What a client is called unless somebody wishes otherwise. */
    public static final String NAME = "chronus";

    /** The usual ones. */
    public static JackOptions usual() {
        return new JackOptions("", NAME, true, "");
    }

    /** The same at another server. */
    public JackOptions at(String other) {
        return new JackOptions(other, client, connects, target);
    }
}
