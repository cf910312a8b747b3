package org.chronus.instrument.panel.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By which names and addresses browsers may call the panel at a place. Immutable; any thread. */
public final class PanelPlace {
    private static final String LOCAL = "localhost", MULTICAST_DNS = ".local";

    private final InetSocketAddress address;
    private final List<InetAddress> reachable = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    /** Of where it listens; {@code 0.0.0.0} and {@code ::} are all of this machine's addresses. */
    public PanelPlace(InetSocketAddress address) {
        this.address = address;
        if (address.getAddress().isAnyLocalAddress()) {
            reachable.addAll(own());
        } else {
            reachable.add(address.getAddress());
        }
        reachable.forEach(each -> names.add(PanelAccess.literal(each)));
        if (reachable.stream().anyMatch(InetAddress::isLoopbackAddress)) {
            names.add(LOCAL);
        }
        if (!isOfThisMachineOnly()) {
            names.add(address.getHostString());
            hostName().ifPresent(host -> names.addAll(Set.of(host, host + MULTICAST_DNS)));
        }
    }

    private static List<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
        } catch (SocketException none) {
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName()).filter(name -> name.matches("[0-9A-Za-z.-]+"));
        } catch (UnknownHostException unnamed) {
            return Optional.empty();
        }
    }

    public boolean isOfThisMachineOnly() {
        return address.getAddress().isLoopbackAddress();
    }

    public Set<String> names() {
        return names;
    }

    /** What another device opens: an address of the network, if there is one. */
    public String url() {
        InetAddress best = reachable.stream().filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress() && each.getAddress().length == 4)
                .findFirst().or(() -> reachable.stream().filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress()).findFirst())
                .orElse(reachable.getFirst());
        return "http://" + PanelAccess.literal(best) + ":" + address.getPort() + "/";
    }
}
