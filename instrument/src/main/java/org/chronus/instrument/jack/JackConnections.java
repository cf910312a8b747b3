package org.chronus.instrument.jack;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Connects the ports of a client to the hardware: each time that it appears, and only then, so that a cable that somebody pulls stays
 * pulled. Mutable; the thread "jack".
 */
final class JackConnections {
    private final JackOptions options;
    private final Consumer<String> say;
    private final Set<String> seen = new HashSet<>();

    JackConnections(JackOptions options, Consumer<String> say) {
        this.options = options;
        this.say = say;
    }

    /** Connects to what has appeared since the last call. */
    void look(JackClient client, JackPorts ports) {
        if (!options.connects()) {
            return;
        }
        List<String> hardware = client.ports(JackClient.AUDIO, JackClient.OUTPUT | JackClient.PHYSICAL);
        List<String> targets = targets(client), sources = hardware.subList(0, Math.min(2, hardware.size()));
        Set<String> connected = new LinkedHashSet<>();
        List<String> own = ports.outputs(client), heard = ports.inputs(client);
        for (int i = 0; i < targets.size(); i++) {
            if (!seen.contains(targets.get(i)) && client.connect(own.get(i % 2), targets.get(i))) {
                connected.add(targets.get(i));
            }
        }
        for (int i = 0; i < heard.size() && !sources.isEmpty(); i++) {
            // A single microphone is heard on both sides.
            String source = sources.get(i % sources.size());
            if (!seen.contains(source) && client.connect(source, heard.get(i))) {
                connected.add(source);
            }
        }
        seen.clear();
        seen.addAll(targets);
        seen.addAll(sources);
        if (!connected.isEmpty()) {
            say.accept("connected to " + String.join(", ", connected));
        }
    }

    private List<String> targets(JackClient client) {
        if (options.target().isEmpty()) {
            List<String> hardware = client.ports(JackClient.AUDIO, JackClient.INPUT | JackClient.PHYSICAL);
            return hardware.subList(0, Math.min(2, hardware.size()));
        }
        // Our own inputs may have it in their names, too: that would be a feedback.
        String wanted = options.target().toLowerCase(Locale.ROOT);
        return client.ports(JackClient.AUDIO, JackClient.INPUT).stream().filter(port -> !port.startsWith(client.name() + ":"))
                .filter(port -> port.toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    /** The server has gone, and everything with it. */
    void forget() {
        seen.clear();
    }
}
