package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.chronus.instrument.panel.http.PanelAccess;
import org.chronus.instrument.panel.http.PanelPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The stream of what is heard. */
class PanelListeningTest {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    private Path folder;
    private PanelRig panel;

    @BeforeEach void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
    }

    @AfterEach void end() throws Exception {
        panel.close();
    }

    private BufferedReader listen() throws Exception {
        HttpResponse<InputStream> reply = panel.client.send(panel.request("/api/listen").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals("text/event-stream", reply.headers().firstValue("Content-Type").orElse(""));
        return new BufferedReader(new InputStreamReader(reply.body()));
    }

    private static String nextText(BufferedReader views) throws IOException {
        for (String line = views.readLine(); line != null; line = views.readLine()) {
            if (line.equals("event: view")) {
                return views.readLine().substring("data: ".length());
            }
        }
        throw new AssertionError("the events have ended");
    }

    private static JsonNode next(BufferedReader views) throws IOException {
        return PanelRig.JSON.readTree(nextText(views));
    }

    private boolean isListenedTo() {
        return panel.rig.room.tap().isListenedTo();
    }

    private void awaitSilence() throws InterruptedException {
        for (long begin = System.nanoTime(); isListenedTo() || thread("listen") >= 0; Thread.sleep(10)) {
            assertTrue(System.nanoTime() - begin < PATIENCE_NANOS, "it goes on listening");
        }
    }

    /** The number of a thread that lives, or -1. */
    private static long thread(String name) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(name)).mapToLong(Thread::threadId).findAny()
                .orElse(-1);
    }

    @Test void aNoteIsHeardNamedAndMeasuredAnew() throws Exception {
        try (BufferedReader views = listen()) {
            assertFalse(next(views).has("pitch"));
            panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":100}");
            JsonNode view = next(views);
            while (!view.has("pitch") || view.at("/levels/integrated").isNull()) {
                view = next(views);
            }
            assertEquals("A4", view.at("/pitch/note").asString());
            assertEquals(0, view.at("/pitch/cents").asDouble(), 5);
            assertEquals(256, view.at("/wave/left").size());
            assertEquals(200, view.get("spectrum").size());
            panel.ask("{\"do\":\"panic\"}");
            while (view.has("pitch") || view.at("/levels/truePeak").isNull()) {
                view = next(views);
            }
            assertEquals(200, panel.client.send(panel.request("/api/listen").POST(HttpRequest.BodyPublishers.noBody())
                    .header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString()).statusCode());
            while (!view.at("/levels/integrated").isNull()) {
                view = next(views);
            }
        }
        assertEquals(415, panel.client.send(panel.request("/api/listen").POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(405, panel.client.send(panel.request("/api/listen").PUT(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return panel.client.send(panel.request("/api/listen").POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The oscillator of a preset whose filter and envelope come after it sounds on at its full level, whatever the velocity. */
    @Test void anOutputOfTheWiringIsHeardUntilAPatchComesThatHasNone() throws Exception {
        panel.ask("{\"do\":\"load\",\"preset\":\"Reference voice\"}");
        JsonNode patch = PanelRig.JSON.readTree(panel.get("/api/patch").body());
        String output = patch.at("/parts/0/modules/0/outputs/0").asString();
        try (BufferedReader views = listen()) {
            assertEquals("", next(views).get("output").asString());
            HttpResponse<String> wrong = post("{\"output\":\"nowhere.out\"}");
            assertEquals(422, wrong.statusCode());
            assertTrue(wrong.body().contains("there is no output nowhere.out to listen to: what plays has " + output), wrong.body());
            assertEquals(400, post("{").statusCode());
            assertEquals("{\"done\":{\"output\":\"" + output + "\"}}", post("{\"output\":\"" + output + "\"}").body());
            panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":1}");
            JsonNode view = next(views);
            while (!view.get("output").asString().equals(output) || !view.has("pitch")) {
                view = next(views);
            }
            assertEquals("A4", view.at("/pitch/note").asString());
            assertTrue(view.at("/levels/rms").asDouble() > -12, view.at("/levels/rms") + " dB");
            assertFalse(isListenedTo());
            panel.ask("{\"do\":\"load\",\"preset\":\"Drawbar organ\"}");
            while (!view.get("output").asString().isEmpty()) {
                view = next(views);
            }
            assertTrue(isListenedTo());
        }
        awaitSilence();
    }

    @Test void notesAreNamedByWhatTheInstrumentIsTunedTo() throws Exception {
        InetSocketAddress place = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        PanelAccess access = new PanelAccess(new PanelPlace(place).names(), Optional.empty(), false);
        try (PanelServer baroque = new PanelServer(place, access, panel.rig.room, 415)) {
            baroque.start();
            panel.ask("{\"do\":\"note\",\"key\":69,\"velocity\":100}");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + baroque.address().getPort() + "/api/listen")).build();
            try (BufferedReader views = new BufferedReader(new InputStreamReader(
                    panel.client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()))) {
                JsonNode view = next(views);
                while (!view.has("pitch") || Math.abs(view.at("/pitch/hertz").asDouble() - 440) > 1) {
                    view = next(views);
                }
                assertEquals(415, view.get("a4").asDouble());
                assertEquals("A#4", view.at("/pitch/note").asString());
                assertEquals(1_200 * Math.log(440 / 415.0) / Math.log(2) - 100, view.at("/pitch/cents").asDouble(), 3);
            }
        }
    }

    @Test void twentyFiveViewsComeInASecondAndTheyAreSmall() throws Exception {
        try (BufferedReader views = listen()) {
            panel.ask("{\"do\":\"note\",\"key\":45,\"velocity\":100}");
            for (int i = 0; i < 25; i++) {
                next(views);
            }
            long first = next(views).get("at").asLong(), last = first, characters = 0;
            for (int i = 0; i < 75; i++) {
                String view = nextText(views);
                characters += view.length();
                last = PanelRig.JSON.readTree(view).get("at").asLong();
            }
            double perSecond = 75e3 / (last - first);
            System.out.printf(Locale.ROOT, "listen: %.1f views and %.0f characters a second%n", perSecond, characters / 75.0 * perSecond);
            assertTrue(perSecond > 18 && perSecond < 26, perSecond + " a second");
            assertTrue(characters / 75 * 25 < 100_000, characters / 75 + " characters a view");
        }
    }

    @Test void whoOnlyLooksOnListensAndCountsNothingAnew() throws Exception {
        panel.close();
        panel = new PanelRig(Files.createDirectory(folder.resolve("other")), Optional.empty(), true);
        try (BufferedReader views = listen()) {
            assertTrue(next(views).has("wave"));
        }
        assertEquals(403, panel.client.send(panel.request("/api/listen").POST(HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test void nothingRunsWhileNobodyListens() throws Exception {
        assertFalse(isListenedTo());
        assertEquals(-1, thread("listen"));
        try (BufferedReader other = listen()) {
            try (BufferedReader one = listen()) {
                next(one);
                next(other);
                assertTrue(isListenedTo());
                assertTrue(thread("listen") >= 0);
            }
            next(other);
            assertTrue(isListenedTo());
        }
        awaitSilence();
        try (BufferedReader again = listen()) {
            next(again);
            assertTrue(isListenedTo());
        }
        awaitSilence();
    }

    @Test void aPageThatDoesNotReadHoldsNothingUp() throws Exception {
        try (Socket mute = new Socket("127.0.0.1", panel.port); BufferedReader views = listen()) {
            OutputStream out = mute.getOutputStream();
            out.write(PanelRig.bytes("GET /api/listen HTTP/1.1\r\nHost: 127.0.0.1:" + panel.port + "\r\n\r\n"));
            out.flush();
            long before = panel.rig.instrument.engine().position();
            for (int i = 0; i < 50; i++) {
                next(views);
            }
            assertTrue(panel.rig.instrument.engine().position() > before);
            assertEquals(200, panel.get("/api/status").statusCode());
        }
    }

    /** The best of twelve rounds: what the compiler asks for on behalf of a thread counts as its own, once. */
    @Test void theAudioThreadAllocatesNothingForIt() throws Exception {
        try (BufferedReader views = listen()) {
            panel.ask("{\"do\":\"note\",\"key\":60,\"velocity\":100}");
            for (int i = 0; i < 50; i++) {
                next(views);
            }
            long audio = thread("audio"), least = Long.MAX_VALUE;
            for (int round = 0; round < 12; round++) {
                long before = THREADS.getThreadAllocatedBytes(audio), from = panel.rig.instrument.engine().position();
                for (int i = 0; i < 10; i++) {
                    next(views);
                }
                assertTrue(panel.rig.instrument.engine().position() > from);
                least = Math.min(least, THREADS.getThreadAllocatedBytes(audio) - before);
            }
            assertEquals(0, least, "bytes allocated in the best of twelve rounds");
        }
    }
}
