package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.panel.http.Route;

/**
 * Tells the pages that listen what has changed: the state at once, and meters twenty times a second. While nobody listens it does nothing. One
 * virtual thread looks; those of the pages write.
 */
final class PanelEvents {
    private static final String STATE = "state", CHECK = "check";
    private static final int MOST_SESSIONS = 32;
    private static final long LOOK_NANOS = 50_000_000L, HUNG_NANOS = 10_000_000_000L;
    /** Looks from one state to the next, unless something happens: voices and load move all the time, and are in the meters. */
    private static final int STATE_EVERY = 10;

    private final PanelState state;
    private final KeyHolds holds;
    private final Supplier<String> check;
    private final List<EventSession> sessions = new CopyOnWriteArrayList<>();
    private final Thread looker = Thread.ofVirtual().name("panel").unstarted(this::run);
    private volatile boolean closed;
    private volatile boolean something;

    /** @param check says where the check of the bank is, as JSON */
    PanelEvents(ControlRoom room, KeyHolds holds, Supplier<String> check) {
        this.check = check;
        state = new PanelState(room);
        this.holds = holds;
        room.listen(_ -> {
            something = true;
            LockSupport.unpark(looker);
        });
    }

    void start() {
        looker.start();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/events", this::serve));
    }

    /** Serves one page until it is gone. */
    private void serve(HttpExchange exchange) throws IOException {
        String page = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).filter(query -> query.matches("page=[0-9a-zA-Z-]{1,64}"))
                .orElse("");
        EventSession session = new EventSession(exchange);
        synchronized (sessions) {
            if (sessions.size() >= MOST_SESSIONS) {
                // The oldest is the likeliest to be forgotten somewhere; if it is not, it comes again.
                sessions.removeFirst().close();
            }
            sessions.add(session);
        }
        session.offer(STATE, state.whole());
        session.offer(CHECK, check.get());
        LockSupport.unpark(looker);
        try {
            session.run();
        } finally {
            sessions.remove(session);
            if (!page.isEmpty()) {
                holds.letGo(page.substring("page=".length()));
            }
        }
    }

    private void run() {
        String last = "", lastCheck = "";
        for (int look = 0; !closed; look++) {
            if (sessions.isEmpty()) {
                LockSupport.park();
                continue;
            }
            if (something || look % STATE_EVERY == 0) {
                something = false;
                String now = state.whole();
                if (!now.equals(last)) {
                    sessions.forEach(session -> session.offer(STATE, now));
                    last = now;
                }
            }
            String checked = check.get();
            if (!checked.equals(lastCheck)) {
                sessions.forEach(session -> session.offer(CHECK, checked));
                lastCheck = checked;
            }
            String meters = state.meters();
            sessions.forEach(session -> session.offer("meters", meters));
            sessions.stream().filter(session -> session.hangs(HUNG_NANOS)).forEach(EventSession::close);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(looker);
        sessions.forEach(EventSession::close);
    }
}
