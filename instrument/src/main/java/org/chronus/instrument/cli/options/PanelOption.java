package org.chronus.instrument.cli.options;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Option;

/** Where a panel is served, and whether it may change anything. Set once; any thread. */
public final class PanelOption {
    private static final Pattern FORM = Pattern.compile("(?:(.*):)?([0-9]{1,5})|(.*[^0-9].*)");
    private static final int HIGHEST_PORT = 65_535;
    private static final String USUAL = "8210", NONE = "none";

    @Option(names = "--panel", arity = "0..1", fallbackValue = USUAL, defaultValue = NONE, paramLabel = "[HOST][:PORT]",
            description = "a page for browsers, of this machine only unless a host is named (0.0.0.0: all addresses; port " + USUAL + ")")
    private String panel;
    @Option(names = "--panel-view", arity = "0..1", fallbackValue = USUAL, defaultValue = NONE, paramLabel = "[HOST][:PORT]",
            description = "the same, but it only looks on")
    private String view;

    /** Nothing if none is wanted. */
    public Optional<InetSocketAddress> place() throws Refusal {
        if (!panel.equals(NONE) && !view.equals(NONE)) {
            throw Refusal.misuse("--panel and --panel-view exclude each other: leave one out");
        }
        String word = panel.equals(NONE) ? view : panel;
        return word.equals(NONE) ? Optional.empty() : Optional.of(place(word));
    }

    public boolean looksOnly() {
        return !view.equals(NONE);
    }

    private static InetSocketAddress place(String word) throws Refusal {
        Matcher form = FORM.matcher(word);
        int port = form.matches() ? Integer.parseInt(form.group(2) == null ? USUAL : form.group(2)) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Refusal("--panel is [HOST][:PORT], a port being 1 to " + HIGHEST_PORT + ", not " + word);
        }
        String host = form.group(1) != null ? form.group(1) : form.group(3);
        if (host == null || host.isEmpty()) {
            return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new Refusal("--panel: there is no host " + host + ": name an address of this machine, or 0.0.0.0 for all of them");
        }
    }
}
