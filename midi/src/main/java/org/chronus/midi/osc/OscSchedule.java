package org.chronus.midi.osc;

import java.net.SocketAddress;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A bounded queue of messages that wait for their time. Mutable; one thread at a time. */
final class OscSchedule {
    /** How long before its time a message is delivered, so that it reaches its own frame and not the next callback. */
    private static final long LEAD_NANOS = 2_000_000;
    private static final int MOST = 4_096;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    /** Why a message is refused. */
    static final String REASON = "up to " + MOST + " messages wait, and none for longer than a minute: send it later";

    /** Receives the messages that are due. */
    interface Receiver {
        void deliver(OscMessage message, long nanos, SocketAddress sender);
    }

    private record Waiting(OscMessage message, long nanos, long number, SocketAddress sender) { }

    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(
            Comparator.comparingLong(Waiting::nanos).thenComparingLong(Waiting::number));
    private long number;

    /** Adds a message that is due {@code wait} nanoseconds after {@code nanos}; false if that is too long, or the queue is full. */
    boolean add(OscMessage message, long nanos, long wait, SocketAddress sender) {
        return wait <= LONGEST_NANOS && queue.size() < MOST && queue.add(new Waiting(message, nanos + wait, number++, sender));
    }

    /** Removes all messages. */
    void clear() {
        queue.clear();
    }

    /** Milliseconds until the next message is due; {@link Long#MAX_VALUE} if none waits. */
    long millisUntilNext(long now) {
        return queue.isEmpty() ? Long.MAX_VALUE : Math.max(0, (queue.peek().nanos() - now - LEAD_NANOS) / 1_000_000);
    }

    /** Delivers the messages that are due, in order of time, then of arrival. */
    void run(long now, Receiver receiver) {
        while (!queue.isEmpty() && queue.peek().nanos() - now <= LEAD_NANOS) {
            Waiting next = queue.poll();
            receiver.deliver(next.message(), next.nanos(), next.sender());
        }
    }
}
