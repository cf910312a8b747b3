package org.chronus.midi.command;

/** Checks of the fields of a {@link Command}. A value out of range throws {@link IllegalArgumentException}. Stateless; any thread. */
public final class Ranges {
    private Ranges() {}

    public static void sourceAndChannel(int source, int channel) {
        if (channel != Command.ALL_CHANNELS) {
            sourceAndOneChannel(source, channel);
        } else {
            source(source);
        }
    }

    /** For commands that exist on one channel only. */
    static void sourceAndOneChannel(int source, int channel) {
        source(source);
        within("channel", channel, 15);
    }

    public static void within(String what, int value, int highest) {
        if (value < 0 || value > highest) {
            throw new IllegalArgumentException(what + " must be within 0.." + highest + ", not " + value);
        }
    }

    /** NaN is out of range as well. */
    static void unit(String what, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must be within 0..1, not " + value);
        }
    }

    /** NaN is out of range as well. */
    static void between(String what, float value, float lowest, float highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(what + " must be within " + lowest + ".." + highest + ", not " + value);
        }
    }

    private static void source(int source) {
        if (source < 0) {
            throw new IllegalArgumentException("source must be 0 or more, not " + source);
        }
    }
}
