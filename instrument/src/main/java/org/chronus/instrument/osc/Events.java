package org.chronus.instrument.osc;

import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.SwapReasons;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscServer;

/** Tells those who asked for it what happens: presets that are ready, play or fail, and periods that came too late. */
final class Events {
    private static final int USUAL_SECONDS = 60, LONGEST_SECONDS = 3_600, MOST = 64;

    /** Until when, by {@link System#nanoTime}. */
    private final Map<SocketAddress, Long> subscribers = new HashMap<>();
    private final Queue<InstrumentEvent> heard = new ConcurrentLinkedQueue<>();

    void subscribe(Arguments arguments, Reply reply) throws Refused {
        int seconds = arguments.count() > 0 ? arguments.whole(0, 1, LONGEST_SECONDS) : USUAL_SECONDS;
        if (subscribers.size() == MOST && !subscribers.containsKey(reply.sender())) {
            throw new Refused("there are " + MOST + " subscribers already", "try again when one of them has gone");
        }
        subscribers.put(reply.sender(), System.nanoTime() + seconds * 1_000_000_000L);
        reply.ok(seconds);
    }

    void unsubscribe(Reply reply) {
        subscribers.remove(reply.sender());
        reply.ok();
    }

    /** [any thread but audio] Something has happened. */
    void hear(InstrumentEvent event) {
        heard.add(event);
    }

    /** True if somebody listens. */
    boolean isWanted() {
        return !subscribers.isEmpty();
    }

    /** Sends what has happened since the last time. */
    void send(OscServer server) {
        long now = System.nanoTime();
        subscribers.values().removeIf(end -> end - now < 0);
        for (InstrumentEvent event = heard.poll(); event != null; event = heard.poll()) {
            switch (event) {
                case InstrumentEvent.Settled(SwapReport report) -> settled(report, server);
                case InstrumentEvent.Ended(SwapReport report) -> ended(report, server);
                case InstrumentEvent.FailedOver _, InstrumentEvent.Moved _ -> { }
                case InstrumentEvent.LatePeriods(long count) -> send(server, OscAnswer.EVENT_XRUN, (int) Math.min(count, Integer.MAX_VALUE));
                case InstrumentEvent.Warning _ -> { }
            }
        }
    }

    private void settled(SwapReport report, OscServer server) {
        switch (report.outcome()) {
            case FAILED, UNKNOWN -> send(server, OscAnswer.EVENT_FAILED, report.preset(), SwapReasons.of(report));
            case PENDING, SWAPPED -> send(server, OscAnswer.EVENT_READY, report.preset(), (float) report.primeMillis());
            case SAME, SUPERSEDED -> { }
        }
    }

    private void ended(SwapReport report, OscServer server) {
        if (report.outcome() == SwapReport.Outcome.SWAPPED) {
            send(server, OscAnswer.EVENT_SWAPPED, report.preset(), report.request().bank(), report.request().program());
        } else {
            send(server, OscAnswer.EVENT_FAILED, report.preset(), SwapReasons.of(report));
        }
    }

    private void send(OscServer server, OscAnswer event, Object... arguments) {
        OscMessage message = OscMessage.of(event.address(), arguments);
        subscribers.keySet().forEach(subscriber -> server.send(message, subscriber));
    }
}
