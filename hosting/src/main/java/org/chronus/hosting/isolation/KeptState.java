package org.chronus.hosting.isolation;

import org.chronus.hosting.isolation.HelperProtocol.Answer;

/**
 * What a plugin was told that goes on to hold: the values of its parameters, and the {@link ChannelState} of its MIDI channels. One that was
 * opened again hears it before anything else. Mutable; [audio], but for what says otherwise.
 */
final class KeptState {
    private final float[] values;
    private final ChannelState channels = new ChannelState();
    private final EventQueue again = new EventQueue();
    private volatile boolean wanted;

    /** {@code parameters}: so many has the plugin. */
    KeptState(int parameters) {
        values = new float[parameters];
    }

    /** [any thread but audio, while nothing plays it] The plugin is as it says that it is, and was told nothing else. */
    void learn(Answer answer) {
        for (int i = 0; i < values.length; i++) {
            values[i] = answer.values().get(i);
        }
        channels.clear();
        wanted = false;
    }

    /** [any thread] The value that a parameter has. */
    float value(int index) {
        return values[index];
    }

    /** A parameter has another value. */
    void value(int index, float value) {
        values[index] = value;
    }

    /** A message was sent. True if it is kept. */
    boolean hear(int status, int first, int second) {
        return channels.hear(status, first, second);
    }

    /** [any thread] The plugin that plays the next piece has heard nothing of it. */
    void want() {
        wanted = true;
    }

    /** Writes what the next piece must begin with into its block. Returns how many events that are. */
    int moveTo(SharedBlock block) {
        if (wanted) {
            wanted = false;
            again.addAll(values);
            channels.begin();
        }
        channels.sayTo(again);
        return again.moveTo(block, 0);
    }
}
