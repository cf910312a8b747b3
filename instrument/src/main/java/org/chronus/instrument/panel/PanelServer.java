package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.panel.http.PanelAccess;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import org.chronus.instrument.panel.http.Routes;

/**
 * Serves the panel: its pages, requests, and events. What is wrong is refused and counted, and ends nothing. Each exchange has a virtual thread
 * of its own.
 */
public final class PanelServer implements AutoCloseable {
    private static final int BACKLOG = 64;
    /** Of the JDK's server; they must be set before its first use. Seconds, connections, bytes. */
    private static final Map<String, String> LIMITS = Map.of("sun.net.httpserver.maxReqTime", "10", "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxIdleConnections", "64", "jdk.httpserver.maxConnections", "256", "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.maxReqHeaders", "64", "sun.net.httpserver.nodelay", "true");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PanelAccess access;
    private final PanelPages pages = new PanelPages();
    private final Routes routes;
    private final PanelEvents events;
    private final PatchEvents patchEvents;
    private final PanelListening listening;
    private final LevelsApi levels;
    private final ControlRoom room;

    /**
     * Takes its port; nobody is answered yet.
     *
     * @param access who may do what
     * @param a4     what the instrument is tuned to, in Hz
     * @throws IOException in one line, if it cannot have it
     */
    public PanelServer(InetSocketAddress place, PanelAccess access, ControlRoom room, double a4) throws IOException {
        LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        this.access = access;
        this.room = room;
        try {
            server = HttpServer.create(place, BACKLOG);
        } catch (BindException taken) {
            throw new IOException("port " + place.getPort() + " of " + place.getAddress().getHostAddress() + " cannot be had (" + taken.getMessage()
                    + "): name another with --panel, or end what has it (ss -ltnp 'sport = :" + place.getPort() + "')", taken);
        }
        KeyHolds holds = new KeyHolds(room);
        levels = new LevelsApi(room);
        events = new PanelEvents(room, holds, levels::state);
        patchEvents = new PatchEvents(room.instrument());
        listening = new PanelListening(room, a4);
        routes = new Routes(Stream.of(new PanelApi(room, holds).routes(), new TextApi(room).routes(), new FilesApi(room).routes(), levels.routes(),
                events.routes(), patchEvents.routes(), listening.routes()).flatMap(List::stream).toList());
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** What it answers, pages aside. */
    List<Route> routes() {
        return routes.all();
    }

    /** From now on whoever asks is answered. */
    public void start() {
        events.start();
        patchEvents.start();
        server.start();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            PanelReply.guard(exchange);
            try {
                access.check(exchange, server.getAddress().getPort());
                answer(exchange);
            } catch (PanelRefusal refusal) {
                room.faults().count("panel");
                refuse(exchange, refusal);
            }
        } catch (IOException gone) {
            // There is nobody to tell; whoever comes back asks again.
            return;
        } catch (RuntimeException | Error thrown) {
            room.faults().count("ours");
        }
    }

    private void answer(HttpExchange exchange) throws IOException, PanelRefusal {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/") && exchange.getRequestURI().getRawQuery() != null) {
            // The key has become a cookie: it is not to stand in the address, nor in what is copied from there.
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } else if (path.startsWith("/api/")) {
            routes.serve(exchange);
        } else {
            pages.serve(exchange, path);
        }
    }

    /** Whoever opens a page is answered by one. */
    private void refuse(HttpExchange exchange, PanelRefusal refusal) throws IOException {
        String takes = exchange.getRequestHeaders().getFirst("Accept");
        if (exchange.getRequestMethod().equals("GET") && takes != null && takes.contains("text/html")) {
            pages.refuse(exchange, refusal);
        } else {
            PanelReply.refuse(exchange, refusal);
        }
    }

    @Override public void close() {
        events.close();
        patchEvents.close();
        listening.close();
        levels.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
