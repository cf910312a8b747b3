package org.chronus.instrument.osc;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import org.chronus.instrument.control.FaultCounts;
import org.chronus.midi.osc.OscFault;

/** Counts what is wrong with what comes in, and says it once for each kind and sender. */
final class OscFaults {
    private static final int MOST_SAID = 100;

    private final FaultCounts counts;
    private final Set<String> said = new HashSet<>();
    private final Consumer<String> say;

    OscFaults(FaultCounts counts, Consumer<String> say) {
        this.counts = counts;
        this.say = say;
    }

    /** {@code sender} may be null. Ports are left aside: a script has another one each time it is run. */
    void count(OscFault kind, SocketAddress sender, String address, String reason) {
        counts.count(kind.name().toLowerCase(Locale.ROOT));
        String host = sender instanceof InetSocketAddress internet ? internet.getAddress().getHostAddress() : "ourselves";
        if (said.size() < MOST_SAID && said.add(kind + " " + host)) {
            say.accept(kind.meaning() + " from " + host + ": " + (address.isEmpty() ? "" : address + ": ") + reason);
        }
    }
}
