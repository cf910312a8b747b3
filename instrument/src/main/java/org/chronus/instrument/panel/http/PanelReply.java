package org.chronus.instrument.panel.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.json.JsonMapper;

/** Writes replies. Stateless; any thread. */
public final class PanelReply {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/json";

    private PanelReply() { }

    /** What every reply says: nothing but what this server sends is to run or to be shown, and no other site may frame it. */
    public static void guard(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; "
                + "base-uri 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** A value as JSON. */
    public static void json(HttpExchange exchange, int status, Object value) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        bytes(exchange, status, JSON, MAPPER.writeValueAsBytes(value));
    }

    /** What may be long: packed, for those that can unpack it, which every browser can. */
    public static void packed(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        String takes = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (takes == null || !takes.contains("gzip")) {
            bytes(exchange, 200, type, content);
            return;
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        bytes(exchange, 200, type, gzip(content));
    }

    /** The content, packed. */
    public static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    /** A value as JSON, packed. */
    public static void packed(HttpExchange exchange, Object value) throws IOException {
        packed(exchange, JSON, MAPPER.writeValueAsBytes(value));
    }

    /** A refusal: as on the socket, {@code {"refused":"..."}}. */
    public static void refuse(HttpExchange exchange, PanelRefusal refusal) throws IOException {
        json(exchange, refusal.status(), Map.of("refused", refusal.getMessage()));
    }

    /** The content as it is. */
    public static void bytes(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
        if (!head && content.length > 0) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        }
    }
}
