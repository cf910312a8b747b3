package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.files.FileRefusal;
import org.chronus.instrument.files.UserFiles;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import org.chronus.presets.files.OutputException;

/** The user's files, {@code /api/files}: the list, one to fetch with GET, and one that is sent with PUT. Virtual threads. */
final class FilesApi {
    private static final String PATH = "/api/files/", BYTES = "application/octet-stream";
    private static final Path SOUND_FONTS = Path.of(".local", "share", "soundfonts");

    /** Bytes that are read for nothing. */
    private static final int MOST_LEFT = 8 << 20;

    private final UserFiles files;

    FilesApi(ControlRoom room) {
        files = new UserFiles(room.instrument().setup().library(), room.instrument().setup().catalog(),
                Path.of(System.getProperty("user.home")).resolve(SOUND_FONTS));
    }

    List<Route> routes() {
        return List.of(Route.get("/api/files", exchange -> PanelReply.json(exchange, 200, list())),
                Route.get(PATH + "{name}", exchange -> serve(exchange, this::send)),
                new Route("PUT", PATH + "{name}", exchange -> serve(exchange, this::receive)));
    }

    /** Something that is done with a file of a name. */
    @FunctionalInterface
    private interface Work {
        void run(HttpExchange exchange, String name) throws IOException, PanelRefusal, FileRefusal;
    }

    private static void serve(HttpExchange exchange, Work work) throws IOException, PanelRefusal {
        try {
            work.run(exchange, exchange.getRequestURI().getPath().substring(PATH.length()));
        } catch (FileRefusal refusal) {
            // A browser that is still sending would not read the answer.
            exchange.getRequestBody().readNBytes(MOST_LEFT);
            throw new PanelRefusal(switch (refusal.reason()) {
                case WRONG -> 422;
                case TOO_LONG -> 413;
                case IS_THERE -> 409;
                case NOT_THERE -> 404;
            }, refusal.getMessage());
        }
    }

    private List<Map<String, Object>> list() {
        return files.list().stream().map(entry -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", entry.name());
            values.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
            values.put("bytes", entry.bytes());
            return values;
        }).toList();
    }

    private void send(HttpExchange exchange, String name) throws IOException, FileRefusal {
        Path file = files.find(name);
        exchange.getResponseHeaders().set("Content-Type", BYTES);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8).replace("+", "%20"));
        long size = Files.size(file);
        boolean hasBody = !exchange.getRequestMethod().equals("HEAD") && size > 0;
        exchange.sendResponseHeaders(200, hasBody ? size : -1);
        if (hasBody) {
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    /** A form of another site cannot send this type, nor with this method. */
    private void receive(HttpExchange exchange, String name) throws IOException, PanelRefusal, FileRefusal {
        if (!BYTES.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new PanelRefusal(415, "files are sent with Content-Type: " + BYTES);
        }
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        long length = number(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length")).orElse(""));
        long from = value(query, "from").map(FilesApi::number).orElse(0L), size = value(query, "size").map(FilesApi::number).orElse(length);
        if (from < 0 || size < 0) {
            throw new PanelRefusal(411, "a file is sent with its length: add Content-Length");
        }
        try {
            boolean complete = files.receive(name, from, size, exchange.getRequestBody(), value(query, "over").filter("1"::equals).isPresent());
            PanelReply.json(exchange, 200, Map.of("name", name, "complete", complete));
        } catch (OutputException failure) {
            throw new PanelRefusal(507, failure.getMessage());
        } catch (IOException failure) {
            throw new PanelRefusal(507, name + " cannot be written (" + failure.getMessage() + "): look at the disk and its permissions");
        }
    }

    private static Optional<String> value(String query, String key) {
        return Stream.of(query.split("&")).filter(each -> each.startsWith(key + "=")).map(each -> each.substring(key.length() + 1)).findFirst();
    }

    private static long number(String text) {
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
    }
}
