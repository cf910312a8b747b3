package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.chronus.instrument.panel.http.PanelKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what at the panel. */
class PanelAccessTest {
    private static final String KEY = "abcdefghijkmnpqrstuvwxyz2";
    @TempDir
    static Path folder;
    private static PanelRig panel;

    @BeforeAll static void begin() throws Exception {
        panel = new PanelRig(folder, Optional.of(KEY), false);
    }

    @AfterAll static void end() throws Exception {
        panel.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return panel.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder paired(String path) {
        return panel.request(path).header("Cookie", "other=1; chronus-panel=" + KEY);
    }

    @Test void onlyWhoeverHasOpenedTheLinkMayAsk() throws Exception {
        HttpResponse<String> unknown = panel.get("/api/status");
        assertEquals(401, unknown.statusCode());
        assertEquals("{\"refused\":\"this device is not paired: open the link, or scan the code, that chronus play prints\"}", unknown.body());
        HttpResponse<String> pairs = panel.get("/?key=" + KEY);
        assertEquals(303, pairs.statusCode());
        assertEquals("/", pairs.headers().firstValue("Location").orElse(""));
        String cookie = pairs.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.startsWith("chronus-panel=" + KEY) && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertEquals(200, send(paired("/api/status")).statusCode());
        assertEquals(401, panel.get("/api/status?key=" + KEY).statusCode(), "the key is for the first page");
        assertEquals(401, panel.get("/?key=" + KEY.substring(1)).statusCode());
    }

    @Test void anotherSiteAndAnotherNameAreRefused() throws Exception {
        String request = "GET /api/status HTTP/1.1\r\nHost: %s\r\nCookie: chronus-panel=" + KEY + "\r\n%s\r\n";
        String here = "127.0.0.1:" + panel.port;
        assertEquals("HTTP/1.1 200 OK", panel.raw(PanelRig.bytes(String.format(request, here, ""))));
        assertEquals("HTTP/1.1 200 OK", panel.raw(PanelRig.bytes(String.format(request, "localhost:" + panel.port, ""))));
        assertEquals("HTTP/1.1 403 Forbidden", panel.raw(PanelRig.bytes(String.format(request, "evil.example:" + panel.port, ""))));
        assertEquals("HTTP/1.1 403 Forbidden", panel.raw(PanelRig.bytes(String.format(request, "127.0.0.1", ""))));
        assertEquals("HTTP/1.1 403 Forbidden", panel.raw(PanelRig.bytes(String.format(request, here, "Origin: http://evil.example\r\n"))));
        assertEquals("HTTP/1.1 403 Forbidden", panel.raw(PanelRig.bytes(String.format(request, here, "Sec-Fetch-Site: cross-site\r\n"))));
        assertEquals("HTTP/1.1 200 OK", panel.raw(PanelRig.bytes(String.format(request, here, "Origin: http://" + here + "\r\n"))));
        HttpRequest form = paired("/api/ask").POST(HttpRequest.BodyPublishers.ofString("{\"do\":\"panic\"}")).header("Content-Type", "text/plain").build();
        assertEquals(415, panel.client.send(form, HttpResponse.BodyHandlers.discarding()).statusCode(), "what a form of another site can send");
    }

    @Test void aPanelThatLooksOnChangesNothing(@TempDir Path other) throws Exception {
        try (PanelRig view = new PanelRig(other, Optional.empty(), true)) {
            assertEquals(200, view.get("/api/status").statusCode());
            HttpResponse<String> refused = view.post("{\"do\":\"panic\"}");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("only looks on"), refused.body());
        }
    }

    @Test void theKeyStaysAndIsItsOwnersAlone() throws Exception {
        Path file = folder.resolve("state/panel-key");
        String key = PanelKey.of(file);
        assertEquals(25, key.length());
        assertEquals(key, PanelKey.of(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.writeString(file, "short");
        assertTrue(!PanelKey.of(file).equals(key) && PanelKey.of(file).length() == 25, "one that was spoiled is replaced");
    }

    @Test void garbageIsRefusedAndEndsNothing() throws Exception {
        for (String garbage : new String[] {"\r\n\r\n", "GET\r\n\r\n", "\0\1\2\3\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            "GET /" + "a".repeat(30_000) + " HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(500) + "\r\n"}) {
            String reply = panel.raw(PanelRig.bytes(garbage));
            assertTrue(reply.isEmpty() || reply.startsWith("HTTP/1.1 4") || reply.startsWith("HTTP/1.1 5"), reply);
        }
        assertEquals(200, send(paired("/api/status")).statusCode());
    }
}
