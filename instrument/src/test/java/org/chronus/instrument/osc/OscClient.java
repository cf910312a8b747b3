package org.chronus.instrument.osc;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.chronus.midi.osc.OscDecoder;
import org.chronus.midi.osc.OscEncoder;
import org.chronus.midi.osc.OscFault;
import org.chronus.midi.osc.OscMessage;

/** A script that talks OSC, over a socket of its own. */
final class OscClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000, TRIES = 10;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress server;
    /** What came while something else was waited for. */
    private final List<OscMessage> others = new ArrayList<>();

    OscClient(InetSocketAddress server) throws IOException {
        this.server = server;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setReceiveBufferSize(1 << 20);
    }

    int port() {
        return socket.getLocalPort();
    }

    static byte[] packet(String address, Object... arguments) {
        ByteBuffer packet = new OscEncoder().encode(OscMessage.of(address, arguments));
        return Arrays.copyOf(packet.array(), packet.limit());
    }

    static byte[] bundle(long timeTag, byte[]... pieces) {
        ByteBuffer bundle = ByteBuffer.allocate(60_000).put("#bundle\0".getBytes()).putLong(timeTag);
        for (byte[] piece : pieces) {
            bundle.putInt(piece.length).put(piece);
        }
        return Arrays.copyOf(bundle.array(), bundle.position());
    }

    void send(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    void send(String address, Object... arguments) throws IOException {
        send(packet(address, arguments));
    }

    /** The next message of that address. */
    OscMessage await(String address) throws IOException {
        for (OscMessage before : others) {
            if (before.address().equals(address)) {
                others.remove(before);
                return before;
            }
        }
        OscMessage message = receive();
        while (!message.address().equals(address)) {
            others.add(message);
            message = receive();
        }
        return message;
    }

    OscMessage receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        OscMessage[] found = new OscMessage[1];
        new OscDecoder().decode(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), new OscDecoder.Listener() {
            @Override public void message(long timeTag, OscMessage message) {
                found[0] = message;
            }

            @Override public void fault(OscFault kind, String address, String reason) {
                throw new AssertionError(reason);
            }
        });
        return found[0];
    }

    /** What is answered to a message: its {@code /ok} or {@code /error}. */
    OscMessage ask(String address, Object... arguments) throws IOException {
        send(address, arguments);
        while (true) {
            OscMessage answer = receive();
            if (List.of("/ok", "/error").contains(answer.address()) && answer.arguments().getFirst().equals(address)) {
                return answer;
            }
            others.add(answer);
        }
    }

    /** The engine's status, asked for again while nothing is answered: in a flood packets are lost. */
    List<Object> status() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS / TRIES);
        try {
            for (int tries = TRIES; true; tries--) {
                try {
                    return ok("/engine/status");
                } catch (SocketTimeoutException lost) {
                    if (tries == 1) {
                        throw lost;
                    }
                }
            }
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** What is answered beside the address, if the message is done. */
    List<Object> ok(String address, Object... arguments) throws IOException {
        OscMessage answer = ask(address, arguments);
        if (!answer.address().equals("/ok")) {
            throw new AssertionError(answer.toString());
        }
        return answer.arguments().subList(1, answer.arguments().size());
    }

    /** Why a message is not done. */
    String refusal(String address, Object... arguments) throws IOException {
        OscMessage answer = ask(address, arguments);
        if (!answer.address().equals("/error")) {
            throw new AssertionError(answer.toString());
        }
        return (String) answer.arguments().get(1);
    }

    /** What came besides and was not asked for by its address. */
    List<OscMessage> others() {
        return others;
    }

    @Override public void close() {
        socket.close();
    }
}
