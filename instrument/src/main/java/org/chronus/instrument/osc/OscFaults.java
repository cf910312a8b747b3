package org.chronus.instrument.osc;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.chronus.midi.osc.OscFault;

/** Counts what is wrong with what comes in, and says it once for each kind and sender. */
final class OscFaults {
    private static final int MOST_SAID = 100;

    private final Map<OscFault, Long> counts = new EnumMap<>(OscFault.class);
    private final Set<String> said = new HashSet<>();
    private final Consumer<String> say;

    OscFaults(Consumer<String> say) {
        this.say = say;
    }

    /** {@code sender} may be null. Ports are left aside: a script has another one each time it is run. */
    void count(OscFault kind, SocketAddress sender, String address, String reason) {
        counts.merge(kind, 1L, Long::sum);
        String host = sender instanceof InetSocketAddress internet ? internet.getAddress().getHostAddress() : "ourselves";
        if (said.size() < MOST_SAID && said.add(kind + " " + host)) {
            say.accept(kind.meaning() + " from " + host + ": " + (address.isEmpty() ? "" : address + ": ") + reason);
        }
    }

    /** Names and counts of those that came. */
    List<Object> status() {
        List<Object> status = new ArrayList<>();
        counts.forEach((kind, count) -> {
            status.add("faults/" + kind.name().toLowerCase(Locale.ROOT));
            status.add((int) Math.min(count, Integer.MAX_VALUE));
        });
        return status;
    }
}
