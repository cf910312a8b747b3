package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.control.ports.PlayingPorts;
import org.chronus.instrument.panel.http.Route;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the pages that listen which patch plays, when that or what is bound to it changes, and where its inputs are, when one has moved. While
 * nobody listens it does nothing. One virtual thread looks; those of the pages write.
 */
final class PatchEvents {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_SESSIONS = 16;
    private static final long LOOK_NANOS = 100_000_000L, HUNG_NANOS = 10_000_000_000L;

    private final Instrument instrument;
    private final List<EventSession> sessions = new CopyOnWriteArrayList<>();
    private final Thread looker = Thread.ofVirtual().name("panel-patch").unstarted(this::run);
    private volatile boolean closed;
    /** A page has come that knows nothing yet. */
    private volatile boolean newcomer;

    PatchEvents(Instrument instrument) {
        this.instrument = instrument;
    }

    void start() {
        looker.start();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/patch/events", this::serve));
    }

    /** Serves one page until it is gone. */
    private void serve(HttpExchange exchange) throws IOException {
        EventSession session = new EventSession(exchange);
        synchronized (sessions) {
            if (sessions.size() >= MOST_SESSIONS) {
                // The oldest is the likeliest to be forgotten somewhere; if it is not, it comes again.
                sessions.removeFirst().close();
            }
            sessions.add(session);
        }
        newcomer = true;
        LockSupport.unpark(looker);
        try {
            session.run();
        } finally {
            sessions.remove(session);
        }
    }

    private void run() {
        PlayingPorts ports = PlayingPorts.NONE;
        String last = "";
        while (!closed) {
            if (sessions.isEmpty()) {
                // A patch that nobody looks at is not to be kept.
                ports = PlayingPorts.NONE;
                LockSupport.park();
                continue;
            }
            boolean tellsAll = newcomer;
            newcomer = false;
            if (tellsAll || !ports.areStill(instrument)) {
                ports = PlayingPorts.of(instrument);
                offer("patch", MAPPER.writeValueAsString(ports.view()));
                last = "";
            }
            String values = MAPPER.writeValueAsString(ports.values(instrument));
            if (!values.equals(last)) {
                offer("values", values);
                last = values;
            }
            sessions.stream().filter(session -> session.hangs(HUNG_NANOS)).forEach(EventSession::close);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void offer(String name, String json) {
        sessions.forEach(session -> session.offer(name, json));
    }

    void close() {
        closed = true;
        LockSupport.unpark(looker);
        sessions.forEach(EventSession::close);
    }
}
