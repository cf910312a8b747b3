package org.chronus.instrument.cli.options;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code --osc} listens: at this machine only, unless a host is named. */
public final class OscAddressOption {
    public static final String NONE = "none";
    private static final Pattern FORM = Pattern.compile("(?:(.+):)?([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private OscAddressOption() { }

    /** Nothing for {@code none}. */
    public static Optional<InetSocketAddress> of(String word) throws Refusal {
        if (word.equals(NONE)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(word);
        if (!form.matches() || Integer.parseInt(form.group(2)) > HIGHEST_PORT || Integer.parseInt(form.group(2)) == 0) {
            throw new Refusal("--osc is [HOST:]PORT, a port being 1 to " + HIGHEST_PORT + ", not " + word);
        }
        int port = Integer.parseInt(form.group(2));
        if (form.group(1) == null) {
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(form.group(1)), port));
        } catch (UnknownHostException e) {
            throw new Refusal("--osc: there is no host " + form.group(1) + ": name an address of this machine, or 0.0.0.0 for all of them");
        }
    }
}
