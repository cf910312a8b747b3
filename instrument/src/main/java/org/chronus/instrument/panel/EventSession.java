package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A page that listens: server-sent events (HTML Living Standard, "Server-sent events"). What it has not read yet is replaced by what is newer, so
 * that a slow one is late but never behind, and holds nothing up. One virtual thread writes; any other offers.
 */
final class EventSession {
    private static final String TYPE = "text/event-stream";
    private static final long BEAT_NANOS = 1_000_000_000L;
    private static final byte[] BEAT = "event: beat\ndata: 0\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange exchange;
    private final Thread writer = Thread.currentThread();
    /** What is to be written, by the event's name; those that were offered first come first. */
    private final Map<String, String> offered = new LinkedHashMap<>();
    private volatile boolean closed;
    /** When the write began that goes on, by {@link System#nanoTime}; 0 while none does. */
    private volatile long writing;

    EventSession(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** [any thread] The newest event of a name, as JSON. */
    void offer(String name, String json) {
        synchronized (offered) {
            offered.put(name, json);
        }
        LockSupport.unpark(writer);
    }

    /** Writes what is offered until the page is gone or the session is closed. */
    void run() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, "retry: 500\n\n".getBytes(StandardCharsets.UTF_8));
            while (!closed) {
                String events = take();
                if (!events.isEmpty()) {
                    write(out, events.getBytes(StandardCharsets.UTF_8));
                    continue;
                }
                long begin = System.nanoTime();
                LockSupport.parkNanos(BEAT_NANOS);
                if (System.nanoTime() - begin >= BEAT_NANOS) {
                    write(out, BEAT);
                }
            }
        }
    }

    private String take() {
        StringBuilder events = new StringBuilder();
        synchronized (offered) {
            offered.forEach((name, json) -> events.append("event: ").append(name).append("\ndata: ").append(json).append("\n\n"));
            offered.clear();
        }
        return events.toString();
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        writing = System.nanoTime() | 1;
        out.write(bytes);
        out.flush();
        writing = 0;
    }

    /** [any thread] True if a write has not come to its end for so long: nobody reads. */
    boolean hangs(long nanos) {
        long since = writing;
        return since != 0 && System.nanoTime() - since > nanos;
    }

    /** [any thread] Ends it, also while it writes. */
    void close() {
        closed = true;
        LockSupport.unpark(writer);
        writer.interrupt();
    }
}
