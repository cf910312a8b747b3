package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chronus.instrument.control.json.JsonWord;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the panel says of itself, {@code openapi.json}, is what it does. */
class OpenApiTest {
    private static final String JSON = "application/json", BYTES = "application/octet-stream", KEY = "abcdefghijkmnpqrstuvwxyz2", TYPE = "svf";
    private static final String GOOD = "chronus: 1\nname: Mine\nmodules: {osc: {type: sine}}\ncables: [osc -> out]\n";

    @TempDir
    private Path folder;
    private PanelRig panel;
    private final TreeMap<String, JsonNode> operations = new TreeMap<>();
    /** An operation and a status, of what has been asked for and answered so. */
    private final Set<String> seen = new TreeSet<>();

    @BeforeEach void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
        OpenApi.forEach(operations::put);
    }

    @AfterEach void end() throws Exception {
        panel.close();
    }

    @Test void everyPathAndMethodIsDescribedAndNoOther() {
        assertEquals(operations.keySet(), panel.server.routes().stream().map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test void everyExampleIsAnsweredAsItSaysAndEveryWordHasOne() throws Exception {
        Set<String> names = new HashSet<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread hand = Thread.ofVirtual().start(() -> moveAController(over));
        try {
            for (String name : operations.keySet()) {
                for (Map.Entry<String, JsonNode> content : operations.get(name).at("/requestBody/content").properties()) {
                    for (Map.Entry<String, JsonNode> example : content.getValue().path("examples").properties()) {
                        names.add(example.getKey());
                        JsonNode value = example.getValue().get("value");
                        OpenApi.check(value, content.getValue().get("schema"), example.getKey());
                        answers(panel, name, "", example.getValue().get("x-status").asInt(),
                                request -> request.header("Content-Type", content.getKey()), value.isString() ? value.asString() : value.toString());
                    }
                }
            }
        } finally {
            over.set(true);
            hand.join();
        }
        Stream.of(JsonWord.values()).forEach(word -> assertTrue(names.contains(word.word()), word.word() + " has no example"));
    }

    /** What waits for a controller gets one. */
    private void moveAController(AtomicBoolean over) {
        for (int value = 0; !over.get(); value = (value + 1) % 128) {
            if (panel.rig.instrument.learner().wanted().isPresent()) {
                panel.rig.instrument.learner().hear("Keystation", new Gesture.Controller(1, 2, 21, value / 127f));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Something that is added to a request. */
    private interface More {
        HttpRequest.Builder to(HttpRequest.Builder request);
    }

    private void answers(PanelRig rig, String operation, String query, int status, More more, String body) throws Exception {
        answers(rig, operation, query, status, more,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    /** The reply has that status, and a body as it is described. */
    private void answers(PanelRig rig, String operation, String query, int status, More more, HttpRequest.BodyPublisher body) throws Exception {
        String[] words = operation.split(" ");
        String path = words[1].replace("{name}", query.startsWith("mine.exe") || query.startsWith("other.yaml") ? "" : "mine.yaml")
                .replace("{type}", query.isEmpty() ? TYPE : "") + query;
        HttpResponse<InputStream> reply = rig.client.send(more.to(rig.request(path)).method(words[0], body).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = reply.body()) {
            String type = reply.headers().firstValue("Content-Type").orElse("");
            String text = type.startsWith("text/event-stream") ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(status, reply.statusCode(), () -> operation + query + ": " + text);
            JsonNode content = OpenApi.response(operations.get(operation), status).get("content").get(type);
            assertTrue(content != null, () -> operation + " " + status + " has no " + type);
            OpenApi.check(type.equals(JSON) ? PanelRig.JSON.readTree(text) : PanelRig.JSON.valueToTree(text), content.get("schema"), operation);
        }
        seen.add(operation + " " + status);
    }

    @Test void everyStatusThatIsDescribedOccursWithTheBodyThatIsDescribed() throws Exception {
        More none = request -> request, json = request -> request.header("Content-Type", JSON),
                bytes = request -> request.header("Content-Type", BYTES);
        String file = "PUT /api/files/{name}";
        answers(panel, file, "", 200, bytes, GOOD);
        for (String operation : operations.keySet()) {
            if (operation.startsWith("GET")) {
                answers(panel, operation, "", 200, none, "");
            } else if (!operation.startsWith("DELETE")) {
                answers(panel, operation, "", 415, request -> request.header("Content-Type", "text/plain"), GOOD);
            }
            answers(panel, operation, "", 403, request -> request.header("Origin", "http://evil.example"), "");
        }
        answers(panel, "POST /api/ask", "", 200, json, "{\"do\":\"status\"}");
        answers(panel, "POST /api/ask", "", 400, json, "no JSON");
        answers(panel, "POST /api/ask", "", 413, json, " ".repeat(70_000));
        answers(panel, "POST /api/ask", "", 422, json, "{\"do\":\"program\",\"number\":9}");
        answers(panel, "POST /api/listen", "", 200, json, "{}");
        answers(panel, "POST /api/listen", "", 400, json, "no JSON");
        answers(panel, "POST /api/listen", "", 422, json, "{\"output\":\"nowhere.out\"}");
        answers(panel, "POST /api/levels", "", 200, json, "{}");
        answers(panel, "POST /api/levels", "", 409, json, "{}");
        answers(panel, "DELETE /api/levels", "", 200, none, "");
        answers(panel, "GET /api/files/{name}", "other.yaml", 404, none, "");
        answers(panel, "GET /api/files/{name}", "mine.exe", 422, none, "");
        answers(panel, "GET /api/plugins/{type}", "lv2:none", 404, none, "");
        answers(panel, file, "", 409, bytes, GOOD);
        answers(panel, file, "?over=1", 411, bytes, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(GOOD.getBytes())));
        answers(panel, file, "?over=1&size=2000000", 413, bytes, GOOD);
        answers(panel, file, "?over=1", 422, bytes, "chronus: 1\n");
        Files.delete(folder.resolve("bank.yaml"));
        answers(panel, "GET /api/bank", "", 409, none, "");
        try (PanelRig full = new PanelRig(Files.createDirectory(folder.resolve("full")), Optional.empty(), false)) {
            Files.writeString(folder.resolve("full/presets"), "in the way");
            answers(full, file, "", 507, bytes, GOOD);
        }
        try (PanelRig silent = PanelRig.silent(Files.createDirectory(folder.resolve("silent")))) {
            for (String path : List.of("text", "patch.svg", "splits")) {
                answers(silent, "GET /api/" + path, "", 409, none, "");
            }
        }
        whoIsNotPaired(json);
        Set<String> described = new TreeSet<>();
        operations.forEach((name, operation) -> operation.get("responses").propertyNames().forEach(status -> described.add(name + " " + status)));
        assertEquals(described, seen);
    }

    private void whoIsNotPaired(More json) throws Exception {
        try (PanelRig paired = new PanelRig(Files.createDirectory(folder.resolve("paired")), Optional.of(KEY), false)) {
            for (String operation : operations.keySet()) {
                answers(paired, operation, "", 401, request -> request, "");
            }
            HttpRequest wrong = json.to(paired.request("/api/ask")).header("Cookie", "chronus-panel=x")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
            // As many at once as wait at most, and more; again if the machine was slow to send them.
            for (boolean many = false; !many;) {
                many = IntStream.range(0, 40).mapToObj(_ -> paired.client.sendAsync(wrong, HttpResponse.BodyHandlers.discarding())).toList().stream()
                        .map(CompletableFuture::join).anyMatch(reply -> reply.statusCode() == 429);
            }
            seen.add("POST /api/ask 429");
        }
    }

    @Test void eventsAreAsTheyAreDescribed() throws Exception {
        for (String name : operations.keySet()) {
            JsonNode events = operations.get(name).at("/responses/200/x-events");
            if (!events.isMissingNode()) {
                Set<String> wanted = new HashSet<>(events.propertyNames());
                HttpResponse<InputStream> reply = panel.client.send(panel.request(name.split(" ")[1]).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(reply.body()))) {
                    while (!wanted.isEmpty()) {
                        read(lines, events, wanted);
                    }
                }
            }
        }
    }

    private static void read(BufferedReader lines, JsonNode events, Set<String> wanted) throws IOException {
        String line = lines.readLine();
        assertTrue(line != null, () -> "the events end without " + wanted);
        if (line.startsWith("event: ")) {
            String event = line.substring("event: ".length());
            assertTrue(events.has(event) || event.equals("beat"), () -> "nothing is said of the event " + event);
            if (events.has(event)) {
                OpenApi.check(PanelRig.JSON.readTree(lines.readLine().substring("data: ".length())), events.get(event), event);
            }
            wanted.remove(event);
        }
    }
}
