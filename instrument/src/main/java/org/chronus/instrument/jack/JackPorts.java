package org.chronus.instrument.jack;

import java.io.IOException;
import java.util.List;

/** The ports for audio of a client, as the numbers by which cycles find their buffers. Immutable; any thread. */
record JackPorts(long leftIn, long rightIn, long leftOut, long rightOut) {
    /** Gives them to a client that is not active yet. */
    static JackPorts register(JackClient client) throws IOException {
        return new JackPorts(client.register("in_left", JackClient.AUDIO, JackClient.INPUT), client.register("in_right", JackClient.AUDIO,
                JackClient.INPUT),
                client.register("out_left", JackClient.AUDIO, JackClient.OUTPUT), client.register("out_right", JackClient.AUDIO, JackClient.OUTPUT));
    }

    /** What others may show of them. */
    void describe(JackMetadata metadata) {
        metadata.audio(leftIn, "Chronus, input left", 1);
        metadata.audio(rightIn, "Chronus, input right", 2);
        metadata.audio(leftOut, "Chronus, left", 3);
        metadata.audio(rightOut, "Chronus, right", 4);
    }

    /** The full names of its inputs. */
    List<String> inputs(JackClient client) {
        return List.of(client.nameOf(leftIn), client.nameOf(rightIn));
    }

    /** The full names of its outputs. */
    List<String> outputs(JackClient client) {
        return List.of(client.nameOf(leftOut), client.nameOf(rightOut));
    }
}
