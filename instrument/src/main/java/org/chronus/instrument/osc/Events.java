package org.chronus.instrument.osc;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.chronus.instrument.engine.slots.Swap;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscServer;

/** Tells those who asked for it what happens: presets that are ready, play or fail, and periods that came too late. */
final class Events {
    private static final int USUAL_SECONDS = 60, LONGEST_SECONDS = 3_600, MOST = 64, MOST_WATCHED = 256;

    private final ControlContext studio;
    /** Until when, by {@link System#nanoTime}. */
    private final Map<SocketAddress, Long> subscribers = new HashMap<>();
    private final Queue<Swap> settled = new ConcurrentLinkedQueue<>();
    private final List<Swap> ready = new ArrayList<>();
    private long xruns;

    Events(ControlContext studio) {
        this.studio = studio;
    }

    void subscribe(Arguments arguments, Reply reply) throws Refused {
        int seconds = arguments.count() > 0 ? arguments.whole(0, 1, LONGEST_SECONDS) : USUAL_SECONDS;
        if (subscribers.size() == MOST && !subscribers.containsKey(reply.sender())) {
            throw new Refused("there are " + MOST + " subscribers already", "try again when one of them has gone");
        }
        if (subscribers.isEmpty()) {
            xruns = studio.instrument().xruns();
        }
        subscribers.put(reply.sender(), System.nanoTime() + seconds * 1_000_000_000L);
        reply.ok(seconds);
    }

    void unsubscribe(Reply reply) {
        subscribers.remove(reply.sender());
        reply.ok();
    }

    /** [any thread but audio] A change of the patch is ready, or has come to nothing. */
    void settled(Swap swap) {
        settled.add(swap);
    }

    /** True if somebody listens. */
    boolean isWanted() {
        return !subscribers.isEmpty();
    }

    /** True if a change that is ready does not play yet. */
    boolean isWatching() {
        return isWanted() && !ready.isEmpty();
    }

    /** Sends what has happened since the last time. */
    void look(OscServer server) {
        long now = System.nanoTime();
        subscribers.values().removeIf(end -> end - now < 0);
        for (Swap swap = settled.poll(); swap != null; swap = settled.poll()) {
            settled(swap, server);
        }
        ready.removeIf(swap -> isThrough(swap, server));
        if (isWanted() && studio.instrument().xruns() != xruns) {
            xruns = studio.instrument().xruns();
            send(server, OscAnswer.EVENT_XRUN, (int) Math.min(xruns, Integer.MAX_VALUE));
        }
    }

    private void settled(Swap swap, OscServer server) {
        switch (swap.outcome()) {
            case FAILED, UNKNOWN -> send(server, OscAnswer.EVENT_FAILED, swap.preset(), ChangeAnswers.reason(swap));
            case PENDING, SWAPPED -> {
                send(server, OscAnswer.EVENT_READY, swap.preset(), (float) swap.primeMillis());
                if (ready.size() < MOST_WATCHED) {
                    ready.add(swap);
                }
            }
            case SAME, SUPERSEDED -> { }
        }
    }

    private boolean isThrough(Swap swap, OscServer server) {
        switch (swap.outcome()) {
            case PENDING -> {
                return false;
            }
            case SWAPPED -> send(server, OscAnswer.EVENT_SWAPPED, swap.preset(), swap.bank(), swap.program());
            default -> send(server, OscAnswer.EVENT_FAILED, swap.preset(), ChangeAnswers.reason(swap));
        }
        return true;
    }

    private void send(OscServer server, OscAnswer event, Object... arguments) {
        OscMessage message = OscMessage.of(event.address(), arguments);
        subscribers.keySet().forEach(subscriber -> server.send(message, subscriber));
    }
}
