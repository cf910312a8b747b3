package org.chronus.instrument.cli.play;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.terminal.Terminal;
import org.chronus.instrument.panel.http.PanelAccess;
import org.chronus.instrument.panel.http.PanelKey;
import org.chronus.instrument.panel.http.PanelPlace;

/** How a device finds the panel: its address, with the key if it is on the network, also as a QR code on a terminal. Immutable. */
final class PanelLink {
    private static final int MARGIN = 2;
    private static final char[] HALVES = {' ', '\u2584', '\u2580', '\u2588'};

    private final InetSocketAddress address;
    private final PanelPlace place;
    private final Optional<String> key;

    private PanelLink(InetSocketAddress address, Optional<String> key) {
        this.address = address;
        this.key = key;
        place = new PanelPlace(address);
    }

    /** A key is made if there is none, and if one is needed. */
    static PanelLink to(InetSocketAddress address) throws Refusal {
        try {
            return new PanelLink(address, address.getAddress().isLoopbackAddress() ? Optional.empty()
                    : Optional.of(PanelKey.of(PanelKey.file(System.getenv()))));
        } catch (IOException e) {
            throw new Refusal("--panel: its key cannot be kept in " + PanelKey.file(System.getenv()) + ": " + e.getMessage());
        }
    }

    InetSocketAddress address() {
        return address;
    }

    PanelAccess access(boolean looksOnly) {
        return new PanelAccess(place.names(), key, looksOnly);
    }

    /** What {@code play} says of it. */
    List<String> lines() {
        String link = place.url() + key.map(word -> "?key=" + word).orElse("");
        List<String> lines = new ArrayList<>(List.of("panel   " + link));
        if (key.isPresent() && Terminal.is(Terminal.ERROR)) {
            lines.addAll(code(link));
        }
        return lines;
    }

    /** Dark on light, as scanners like it; two rows in a line. */
    static List<String> code(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        List<String> lines = new ArrayList<>();
        for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -MARGIN; x < code.size + MARGIN; x++) {
                line.append(HALVES[(code.getModule(x, y) ? 0 : 2) + (code.getModule(x, y + 1) ? 0 : 1)]);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
