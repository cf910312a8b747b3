package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pages, requests and events, as a browser has them. */
class PanelServerTest {
    @TempDir
    static Path folder;
    private static PanelRig panel;

    @BeforeAll static void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
    }

    @AfterAll static void end() throws Exception {
        panel.close();
    }

    @Test void thePagesAreThereOnceAndNotAgain() throws Exception {
        int sum = 0;
        for (String path : new String[] {"/", "/icon.svg", "/openapi.json"}) {
            HttpResponse<byte[]> reply = panel.client.send(panel.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, reply.statusCode(), path);
            String policy = reply.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains(path.equals("/") ? "default-src 'self'" : "default-src 'none'"), path);
            sum += reply.body().length;
            String tag = reply.headers().firstValue("ETag").orElseThrow();
            HttpResponse<Void> again = panel.client.send(panel.request(path).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(304, again.statusCode());
            assertEquals(policy, again.headers().firstValue("Content-Security-Policy").orElse(""), "it takes the place of the first");
        }
        assertTrue(sum < 150_000, sum + " bytes");
        for (String path : new String[] {"/../etc/passwd", "/PanelServer.class", "/%2e%2e/x", "/package-info.class", "//etc/passwd"}) {
            assertEquals(404, panel.get(path).statusCode(), path);
        }
    }

    @Test void whatIsAskedIsAnsweredInTheWordsOfTheSocket() throws Exception {
        assertEquals("Three", panel.ask("{\"do\":\"program\",\"number\":2}").at("/done/preset").asString());
        HttpResponse<String> refused = panel.post("{\"do\":\"program\",\"number\":9}");
        assertEquals(422, refused.statusCode());
        assertEquals("{\"refused\":\"the bank has no program 9 (#10): what sounds goes on\"}", refused.body());
        assertEquals(400, panel.post("{\"do\":\"dance\"}").statusCode());
        assertEquals(400, panel.post("no JSON").statusCode());
        JsonNode list = panel.ask("[{\"do\":\"program\",\"number\":0},{\"do\":\"dance\"},{\"do\":\"set\",\"module\":\"env\",\"port\":\"attack\",\"value\":0.5}]");
        assertEquals("One", list.at("/0/done/preset").asString());
        assertTrue(list.at("/1/refused").asString().startsWith("there is no request \"dance\""));
        assertEquals(0.5, list.at("/2/done/value").asDouble(), 1e-6);
        assertEquals(413, panel.post(" ".repeat(70_000)).statusCode());
        assertEquals(405, panel.get("/api/ask").statusCode());
    }

    @Test void theSetListAndTheStatusAreRead() throws Exception {
        JsonNode programs = PanelRig.JSON.readTree(panel.get("/api/programs").body());
        assertEquals("[{\"bank\":0,\"number\":0,\"shown\":0,\"preset\":\"One\",\"tags\":[\"one\"]}", programs.toString().substring(0, 62));
        assertEquals(3, programs.size());
        JsonNode status = PanelRig.JSON.readTree(panel.get("/api/status").body());
        assertEquals(panel.rig.playing(), status.get("preset").asString());
    }

    @Test void aChangeThatIsMadeElsewhereIsToldAtOnce() throws Exception {
        panel.ask("{\"do\":\"program\",\"number\":0}");
        try (BufferedReader events = events("listener")) {
            assertEquals("One", next(events, "state").get("preset").asString());
            panel.rig.instrument.step(System.nanoTime(), 1);
            Instant begin = Instant.now();
            while (!next(events, "state").get("preset").asString().equals("Two")) {
                assertTrue(Duration.between(begin, Instant.now()).toSeconds() < 20);
            }
        }
    }

    @Test void metersMoveWithTheSoundAndKeysOfAPageThatGoesAreLetGo() throws Exception {
        panel.ask("{\"do\":\"program\",\"number\":0}");
        try (BufferedReader events = events("player")) {
            JsonNode meters = next(events, "meters");
            panel.post("[{\"do\":\"note\",\"key\":61,\"velocity\":100}]", "X-Page", "player");
            while (!meters.get("keys").toString().equals("[61]") || meters.get("left").asDouble() < -40) {
                meters = next(events, "meters");
            }
            assertEquals(1, meters.get("voices").asInt());
        }
        try (BufferedReader events = events("other")) {
            JsonNode meters = next(events, "meters");
            while (!meters.get("keys").isEmpty()) {
                meters = next(events, "meters");
            }
        }
    }

    private static BufferedReader events(String page) throws Exception {
        HttpResponse<InputStream> reply = panel.client.send(panel.request("/api/events?page=" + page).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals("text/event-stream", reply.headers().firstValue("Content-Type").orElse(""));
        return new BufferedReader(new InputStreamReader(reply.body()));
    }

    private static JsonNode next(BufferedReader events, String name) throws Exception {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.equals("event: " + name)) {
                return PanelRig.JSON.readTree(events.readLine().substring("data: ".length()));
            }
        }
        throw new AssertionError("the events have ended");
    }

    @Test void aPageThatNeverReadsHoldsNobodyUp() throws Exception {
        for (int i = 0; i < 40; i++) {
            panel.client.sendAsync(panel.request("/api/events?page=mute" + i).build(), HttpResponse.BodyHandlers.ofInputStream());
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, panel.get("/api/status").statusCode());
        }
        try (BufferedReader events = events("late")) {
            assertFalse(next(events, "state").get("preset").asString().isEmpty());
        }
    }
}
