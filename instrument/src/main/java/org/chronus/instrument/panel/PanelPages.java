package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;

/**
 * The files of the pages: those in our own jar and no others, packed once, and sent again only when they have changed. Each page has its style and
 * its scripts within, so that it is complete after one way to the server and back. Any thread.
 */
final class PanelPages {
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "svg", "image/svg+xml", "json",
            "application/json");
    private static final List<String> FILES = List.of("icon.svg", "openapi.json");
    private static final List<Sheet> SHEETS = List.of(new Sheet("/", "index", "Chronus", List.of("keyboard.js", "panel.js")),
            new Sheet("/sound", "sound", "Chronus: sound", List.of("scale.js", "ports.js", "sound.js")),
            new Sheet("/listen", "listen", "Chronus: listen", List.of("pictures.js", "listen.js")),
            new Sheet("/patch", "patch", "Chronus: patch",
                    List.of("plugins.js", "completion.js", "editor.js", "picture.js", "difference.js", "patch.js")),
            new Sheet("/bank", "bank", "Chronus: bank", List.of("order.js", "level.js", "levels.js", "splits.js", "files.js", "bank.js")));
    /** What all pages use, in the order in which they use one another. */
    private static final List<String> SHARED = List.of("texts.js", "pages.js", "link.js");
    private static final String SAFE = "style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; "
            + "base-uri 'none'";
    /** Files run and show nothing. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** A page, by the name of its text and its style, and its own scripts; {@code frame.html} has what all pages have. */
    private record Sheet(String path, String name, String title, List<String> scripts) { }

    private record Page(String type, byte[] packed, String tag, String policy) { }

    private final Map<String, Page> pages = new TreeMap<>();

    PanelPages() {
        FILES.forEach(name -> pages.put("/" + name, page(name.substring(name.lastIndexOf('.') + 1), text(name), NOTHING)));
        SHEETS.forEach(sheet -> pages.put(sheet.path, page(sheet)));
    }

    /** It may run and show nothing but what is in it. Keys are placed by their style. */
    private static Page page(Sheet sheet) {
        String script = Stream.concat(SHARED.stream(), sheet.scripts.stream()).map(PanelPages::text).flatMap(String::lines)
                .filter(line -> !line.startsWith("import ")).map(line -> line.startsWith("export ") ? line.substring("export ".length()) : line)
                .collect(Collectors.joining("\n"));
        String whole = text("frame.html").replace("{title}", sheet.title).replace("{style}", text("panel.css") + text(sheet.name + ".css"))
                .replace("{script}", script).replace("{main}", text(sheet.name + ".html"));
        return page("html", whole, "default-src 'self'; script-src 'sha256-" + hash(script) + "'; " + SAFE);
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private static String text(String name) {
        try (InputStream file = PanelPages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(String kind, String text, String policy) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            CRC32C sum = new CRC32C();
            sum.update(content);
            return new Page(TYPES.get(kind), PanelReply.gzip(content),
                    "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"", policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve(HttpExchange exchange, String path) throws IOException, PanelRefusal {
        Page page = pages.get(path);
        if (page == null) {
            throw new PanelRefusal(404, "there is no page " + path + ": begin at /");
        }
        if (!exchange.getRequestMethod().equals("GET") && !exchange.getRequestMethod().equals("HEAD")) {
            throw new PanelRefusal(405, "a page is read with GET: requests go to /api/ask");
        }
        exchange.getResponseHeaders().set("ETag", page.tag());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        // Also of a page that has not changed: browsers put what comes with a 304 in the place of what came with the page.
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
        if (page.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        PanelReply.bytes(exchange, 200, page.type(), page.packed());
    }

    /** A refusal as a page, for whoever reads it in a browser: on a device that is not paired, with a field for the key. */
    void refuse(HttpExchange exchange, PanelRefusal refusal) throws IOException {
        boolean pairs = refusal.status() == 401;
        String page = text("refused.html").replace("{style}", text("panel.css")).replace("{pairing}", pairs ? "" : "hidden")
                .replace("{other}", pairs ? "hidden" : "").replace("{reason}", refusal.getMessage().replace("&", "&amp;").replace("<", "&lt;"));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; " + SAFE);
        PanelReply.bytes(exchange, refusal.status(), TYPES.get("html"), page.getBytes(StandardCharsets.UTF_8));
    }
}
