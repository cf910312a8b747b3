package org.chronus.midi.osc;

import java.net.SocketAddress;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Messages that wait for their time. Bounded; for one thread. */
final class OscSchedule {
    /** So much before its time a message is handed on, so that it reaches its own frame and not the next callback. */
    private static final long LEAD_NANOS = 2_000_000;
    private static final int MOST = 4_096;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    /** Why one is not taken. */
    static final String REASON = "up to " + MOST + " messages wait, and none for longer than a minute: send it later";

    /** Takes what is due. */
    interface Hand {
        void take(OscMessage message, long nanos, SocketAddress sender);
    }

    private record Held(OscMessage message, long nanos, long number, SocketAddress sender) { }

    private final PriorityQueue<Held> held = new PriorityQueue<>(
            Comparator.comparingLong(Held::nanos).thenComparingLong(Held::number));
    private long number;

    /** To be handed on {@code wait} nanoseconds after {@code nanos}; false if that is too long, or there is no room. */
    boolean add(OscMessage message, long nanos, long wait, SocketAddress sender) {
        return wait <= LONGEST_NANOS && held.size() < MOST && held.add(new Held(message, nanos + wait, number++, sender));
    }

    /** Nothing waits any more. */
    void clear() {
        held.clear();
    }

    /** Milliseconds until the next is due; many if none waits. */
    long millisUntilNext(long now) {
        return held.isEmpty() ? Long.MAX_VALUE : Math.max(0, (held.peek().nanos() - now - LEAD_NANOS) / 1_000_000);
    }

    /** Hands on what is due, in order of time, then as it came. */
    void run(long now, Hand hand) {
        while (!held.isEmpty() && held.peek().nanos() - now <= LEAD_NANOS) {
            Held next = held.poll();
            hand.take(next.message(), next.nanos(), next.sender());
        }
    }
}
