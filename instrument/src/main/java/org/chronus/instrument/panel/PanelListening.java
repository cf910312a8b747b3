package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.json.JsonRequests;
import org.chronus.instrument.control.ports.PlayingOutputs;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.listening.SoundAnalysis;
import org.chronus.instrument.listening.SoundRing;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the pages that listen what is heard, 25 times a second: the sound of the instrument, or one output of the patch that plays, the same for
 * all pages. The first page starts a thread for it, which ends with the last; the audio thread fills a ring meanwhile. Each exchange has a thread
 * of its own.
 */
final class PanelListening {
    private static final int MOST_SESSIONS = 16, LONGEST = 1_024;
    private static final long VIEW_NANOS = 40_000_000L, HUNG_NANOS = 10_000_000_000L;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ControlRoom room;
    private final double a4;
    private final Tap tap;
    private final List<EventSession> sessions = new CopyOnWriteArrayList<>();
    /** Of the sessions, and of {@link #looks}. */
    private final Object lock = new Object();
    private boolean looks;
    private volatile boolean restart;
    /** Which output is heard; empty for the sound of the instrument. */
    private volatile String output = "";

    /** @param a4 what the instrument is tuned to, in Hz */
    PanelListening(ControlRoom room, double a4) {
        this.room = room;
        this.a4 = a4;
        tap = room.tap();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/listen", this::serve), Route.post("/api/listen", exchange -> {
            turn(exchange.getRequestBody().readNBytes(LONGEST));
            PanelReply.json(exchange, 200, Map.of("done", Map.of("output", output)));
        }));
    }

    /** Serves one page until it is gone. */
    private void serve(HttpExchange exchange) throws IOException {
        EventSession session = new EventSession(exchange);
        synchronized (lock) {
            if (sessions.size() >= MOST_SESSIONS) {
                // The oldest is the likeliest to be forgotten somewhere; if it is not, it comes again.
                sessions.removeFirst().close();
            }
            sessions.add(session);
            if (!looks) {
                looks = true;
                Thread.ofPlatform().name("listen").daemon().start(this::run);
            }
        }
        try {
            session.run();
        } finally {
            sessions.remove(session);
        }
    }

    /** {@code {"output":"osc1.out"}}: that is to be heard. Without one, what is counted is counted anew. */
    private void turn(byte[] body) throws PanelRefusal {
        JsonNode wanted;
        try {
            wanted = body.length == 0 ? null : JsonRequests.parse(body).get("output");
        } catch (Refused refused) {
            throw new PanelRefusal(400, refused.getMessage());
        }
        if (wanted == null) {
            restart = true;
            return;
        }
        List<String> names = PlayingOutputs.of(room.instrument()).names();
        String name = wanted.isString() ? wanted.asString() : "?";
        if (!name.isEmpty() && !names.contains(name)) {
            throw new PanelRefusal(422, "there is no output " + name + " to listen to: what plays has " + String.join(", ", names));
        }
        output = name;
    }

    private void run() {
        try {
            while (isNeeded()) {
                listen();
            }
        } catch (RuntimeException | Error thrown) {
            room.faults().count("ours");
            synchronized (lock) {
                looks = false;
                tap.listen(null);
                output = "";
                sessions.forEach(EventSession::close);
            }
        }
    }

    /** The thread that is told that it is not needed must end: the next page starts another. */
    private boolean isNeeded() {
        synchronized (lock) {
            looks = !sessions.isEmpty();
            if (!looks) {
                tap.listen(null);
                output = "";
            }
            return looks;
        }
    }

    /** Until nobody listens, the sample rate changes, or something else is to be heard: an output that is gone gives way to the whole. */
    private void listen() {
        SoundRing ring = new SoundRing();
        SoundAnalysis analysis = new SoundAnalysis(ring, room.instrument().engine().sampleRate().hertz(), a4);
        PlayingOutputs outputs = PlayingOutputs.of(room.instrument());
        String heard = output;
        if (outputs.names().contains(heard)) {
            tap.listen(null);
            outputs.listen(heard, ring);
        } else {
            heard = "";
            output = "";
            // A patch that nobody listens to is not to be kept.
            outputs = PlayingOutputs.NONE;
            tap.listen(ring);
        }
        try {
            look(analysis, heard, outputs);
        } finally {
            outputs.end();
        }
    }

    private void look(SoundAnalysis analysis, String heard, PlayingOutputs outputs) {
        long next = System.nanoTime();
        while (!sessions.isEmpty() && room.instrument().engine().sampleRate().hertz() == analysis.rate() && output.equals(heard)
                && (heard.isEmpty() || outputs.areStill(room.instrument()))) {
            if (restart) {
                restart = false;
                analysis.restart();
            }
            String view = MAPPER.writeValueAsString(ListeningText.of(heard, playing(), analysis.look(), a4, System.nanoTime()));
            sessions.forEach(session -> session.offer("view", view));
            sessions.stream().filter(session -> session.hangs(HUNG_NANOS)).forEach(EventSession::close);
            next = Math.max(next + VIEW_NANOS, System.nanoTime() - VIEW_NANOS);
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
    }

    private long playing() {
        PrimedPatch patch = room.instrument().engine().stats().playing();
        return patch == null ? -1 : patch.generation();
    }

    void close() {
        sessions.forEach(EventSession::close);
        sessions.clear();
    }
}
