package org.chronus.instrument.osc;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscServer;

/** The way back to whoever sent a message; it may be kept until there is something to say. */
final class Reply {
    private final OscServer server;
    private final SocketAddress sender;
    private final String address;

    /** @param address of the message that is answered */
    Reply(OscServer server, SocketAddress sender, String address) {
        this.server = server;
        this.sender = sender;
        this.address = address;
    }

    SocketAddress sender() {
        return sender;
    }

    void ok(Object... more) {
        answer(OscAnswer.OK, more);
    }

    void error(String reason) {
        answer(OscAnswer.ERROR, reason);
    }

    void warning(String text) {
        answer(OscAnswer.WARNING, text);
    }

    /** One of several answers, which does not repeat the address. */
    void entry(OscAnswer kind, Object... arguments) {
        server.send(OscMessage.of(kind.address(), arguments), sender);
    }

    private void answer(OscAnswer kind, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(address));
        arguments.addAll(List.of(more));
        server.send(new OscMessage(kind.address(), arguments), sender);
    }
}
