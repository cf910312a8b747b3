package org.chronus.midi.osc;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

import org.junit.jupiter.api.Test;

class OscServerTest {
    private static final OscServer.Listener DEAF = new OscServer.Listener() {
        @Override public void message(OscMessage message, long nanos, SocketAddress sender) { }

        @Override public void fault(OscFault kind, String address, String reason, SocketAddress sender) { }

        @Override public long attend() {
            return 1_000;
        }
    };

    @Test void aPortThatIsTakenIsRefusedInOneLine() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());
            IOException refusal = assertThrows(IOException.class, () -> new OscServer(place, DEAF));
            assertTrue(refusal.getMessage().contains("cannot be listened to") && refusal.getMessage().lines().count() == 1, refusal::getMessage);
        }
    }

    @Test void aPortIsFreeAgainOnceItWasLetGo() throws Exception {
        InetSocketAddress place;
        try (OscServer first = new OscServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), DEAF)) {
            first.start();
            place = first.place();
        }
        try (OscServer second = new OscServer(place, DEAF)) {
            second.start();
        }
    }
}
