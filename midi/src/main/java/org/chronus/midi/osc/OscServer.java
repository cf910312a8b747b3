package org.chronus.midi.osc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * An OSC server: a UDP socket and its thread "osc", which delivers messages to a listener. Messages with a time tag in the future wait until
 * then. No packet, and no exception of the listener, ends the thread. Mutable; methods name their threads.
 */
public final class OscServer implements AutoCloseable {
    private static final int BUFFER = 1 << 20, MOST_AT_ONCE = 256;
    private static final long PAUSE_NANOS = 10_000_000;

    /** Receives messages and faults, on the thread "osc". */
    public interface Listener {
        /** {@code nanos}: the time of arrival, or of its time tag, by {@link System#nanoTime}; the same for all messages of a bundle. */
        void message(OscMessage message, long nanos, SocketAddress sender);

        /** {@code address} is empty if it could not be read; {@code reason} is one line. */
        void fault(OscFault kind, String address, String reason, SocketAddress sender);

        /** Called between packets, and at the latest after the milliseconds, 1 or more, that the last call returned. */
        long attend();
    }

    private final DatagramChannel channel;
    private final Selector selector;
    private final Listener listener;
    private final Thread thread;
    private final OscDecoder decoder = new OscDecoder();
    private final OscEncoder encoder = new OscEncoder();
    private final OscSchedule schedule = new OscSchedule();
    private volatile boolean closed;

    /**
     * Binds the port. {@link #start} starts the thread.
     *
     * @throws IOException in one line, if the port is taken or the host is none of this machine's
     */
    public OscServer(InetSocketAddress place, Listener listener) throws IOException {
        this.listener = listener;
        selector = Selector.open();
        channel = DatagramChannel.open(place.getAddress() instanceof java.net.Inet6Address ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(place);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            channel.close();
            selector.close();
            throw new IOException(place + " cannot be listened to (" + e.getMessage() + "): choose another port, or end what has it", e);
        }
        thread = Thread.ofPlatform().name("osc").daemon().unstarted(this::run);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** The address that it is bound to, with the port that the system chose if 0 was asked for. */
    public InetSocketAddress place() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** [osc] Sends a message. One that cannot be sent is lost, as any UDP packet may be. */
    public void send(OscMessage message, SocketAddress to) {
        try {
            channel.send(encoder.encode(message), to);
        } catch (IOException | RuntimeException lost) {
            listener.fault(OscFault.OURS, "", "an answer could not be sent: " + lost.getMessage(), to);
        }
    }

    /** [osc] Removes all messages that wait for their time. */
    public void forget() {
        schedule.clear();
    }

    /** [any thread but audio] Has {@link Listener#attend} called soon. */
    public void wake() {
        selector.wakeup();
    }

    private void run() {
        ByteBuffer packet = ByteBuffer.allocate(OscEncoder.LARGEST + 1);
        while (!closed) {
            try {
                long pause = Math.min(attend(), schedule.millisUntilNext(System.nanoTime()));
                if (pause <= 0) {
                    selector.selectNow();
                } else {
                    selector.select(pause);
                }
                selector.selectedKeys().clear();
                receive(packet);
                schedule.run(System.nanoTime(), this::deliver);
            } catch (IOException | RuntimeException e) {
                // The network failed, or the server was closed: the loop tries again, or ends.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private long attend() {
        try {
            return listener.attend();
        } catch (RuntimeException mistake) {
            listener.fault(OscFault.OURS, "", mistake.toString(), null);
            return 1;
        }
    }

    private void receive(ByteBuffer packet) throws IOException {
        for (int i = 0; i < MOST_AT_ONCE && !closed; i++) {
            packet.clear();
            SocketAddress sender = channel.receive(packet);
            if (sender == null) {
                return;
            }
            long nanos = System.nanoTime();
            Instant now = Instant.now();
            decoder.decode(packet.flip(), new OscDecoder.Listener() {
                @Override public void message(long timeTag, OscMessage message) {
                    long wait = OscTime.nanosUntil(timeTag, now);
                    if (wait <= 0) {
                        deliver(message, nanos, sender);
                    } else if (!schedule.add(message, nanos, wait, sender)) {
                        fault(OscFault.TIME, message.address(), OscSchedule.REASON);
                    }
                }

                @Override public void fault(OscFault kind, String address, String reason) {
                    listener.fault(kind, address, reason, sender);
                }
            });
        }
    }

    private void deliver(OscMessage message, long nanos, SocketAddress sender) {
        try {
            listener.message(message, nanos, sender);
        } catch (Throwable mistake) {
            // Errors as well: one message must not stop all later ones.
            listener.fault(OscFault.OURS, message.address(), mistake + ": this is a mistake of ours", sender);
        }
    }

    /** Ends the thread and closes the socket. */
    @Override public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
        selector.close();
    }
}
