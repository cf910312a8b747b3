package org.chronus.instrument.jack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Connects the outputs of a client: each time that what they are for appears, and only then, so that a cable that somebody pulls stays
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

    /** Connects to what has appeared since the last call; {@code outputs} are left and right. */
    void look(JackClient client, List<String> outputs) {
        if (!options.connects()) {
            return;
        }
        List<String> targets = targets(client);
        List<String> connected = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (!seen.contains(targets.get(i)) && client.connect(outputs.get(i % outputs.size()), targets.get(i))) {
                connected.add(targets.get(i));
            }
        }
        if (seen.isEmpty() && targets.isEmpty()) {
            return;
        }
        seen.clear();
        seen.addAll(targets);
        if (!connected.isEmpty()) {
            say.accept("connected to " + String.join(", ", connected));
        }
    }

    private List<String> targets(JackClient client) {
        if (options.target().isEmpty()) {
            List<String> hardware = client.ports(JackClient.AUDIO, JackClient.INPUT | JackClient.PHYSICAL);
            return hardware.subList(0, Math.min(2, hardware.size()));
        }
        String wanted = options.target().toLowerCase(Locale.ROOT);
        return client.ports(JackClient.AUDIO, JackClient.INPUT).stream().filter(port -> port.toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    /** The server has gone, and everything with it. */
    void forget() {
        seen.clear();
    }
}
