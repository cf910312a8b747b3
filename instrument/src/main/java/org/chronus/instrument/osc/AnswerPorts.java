package org.chronus.instrument.osc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

import org.chronus.instrument.control.Refused;

/** Where answers go: to where a message came from, or to the port at which its host listens, for programs that send from any. */
final class AnswerPorts {
    private static final int MOST = 64, HIGHEST = 65_535;

    private final Map<InetAddress, Integer> ports = new HashMap<>();

    /** Where answers to a sender go. */
    SocketAddress of(SocketAddress sender) {
        InetAddress host = host(sender);
        return ports.containsKey(host) ? new InetSocketAddress(host, ports.get(host)) : sender;
    }

    void set(Arguments arguments, SocketAddress sender) throws Refused {
        int port = arguments.whole(0, 0, HIGHEST);
        if (ports.size() == MOST && !ports.containsKey(host(sender))) {
            throw new Refused("there are " + MOST + " hosts already that did so", "send from where you listen");
        }
        if (port == 0) {
            ports.remove(host(sender));
        } else {
            ports.put(host(sender), port);
        }
    }

    /** What comes by UDP comes from a host. */
    private static InetAddress host(SocketAddress sender) {
        return ((InetSocketAddress) sender).getAddress();
    }
}
