package org.chronus.instrument.panel.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * A method and a path that are answered, and by whom. Immutable; any thread.
 *
 * @param method of HTTP; GET takes HEAD as well
 * @param path   as it is asked for; a last piece in braces, such as {@code {name}}, stands for any that is not empty
 */
public record Route(String method, String path, Handler handler) {
    /** Answers a request, or refuses it. */
    @FunctionalInterface
    public interface Handler {
        /** One virtual thread for each request. */
        void serve(HttpExchange exchange) throws IOException, PanelRefusal;
    }

    private static final String GET = "GET", HEAD = "HEAD", JSON = "application/json";

    /** Something that is read. */
    public static Route get(String path, Handler handler) {
        return new Route(GET, path, handler);
    }

    /** Something that is sent as JSON, which a form of another site cannot. */
    public static Route post(String path, Handler handler) {
        return new Route("POST", path, exchange -> {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type == null || !type.startsWith(JSON)) {
                throw new PanelRefusal(415, "requests are JSON: send Content-Type: " + JSON);
            }
            handler.serve(exchange);
        });
    }

    boolean leadsTo(String asked) {
        int piece = path.indexOf('{');
        return piece < 0 ? path.equals(asked) : asked.startsWith(path.substring(0, piece)) && asked.length() > piece;
    }

    boolean takes(String asked) {
        return method.equals(asked) || method.equals(GET) && asked.equals(HEAD);
    }
}
