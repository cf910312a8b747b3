package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The bank and its order, files to fetch and to send, and the keys of parts. */
class BankApiTest {
    private static final String GOOD = "chronus: 1\nname: Mine\nmodules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}}\n"
            + "cables: [osc -> amp -> out, env -> amp.gain]\n";
    private static final String SPLIT = """
            chronus: 1
            name: Split
            parts:
              low:
                keys: .. B3   # left
                modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc -> amp -> out, env -> amp.gain]
              high:
                modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc -> amp -> out, env -> amp.gain]
            """;

    @TempDir
    private Path folder;
    private PanelRig panel;
    private Path file;

    @BeforeEach void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
        file = folder.resolve("bank.yaml");
        assertEquals("One", panel.ask("{\"do\":\"program\",\"number\":0}").at("/done/preset").asString());
    }

    @AfterEach void end() throws Exception {
        panel.close();
    }

    private JsonNode get(String path) throws Exception {
        return PanelRig.JSON.readTree(panel.get(path).body());
    }

    private HttpResponse<String> put(String name, String text) throws Exception {
        return panel.client.send(panel.request("/api/files/" + name).PUT(HttpRequest.BodyPublishers.ofString(text))
                .header("Content-Type", "application/octet-stream").build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test void programsMoveInTheFileAndWhatSoundsGoesOn() throws Exception {
        JsonNode bank = get("/api/bank");
        assertEquals("Sines", bank.get("name").asString());
        assertEquals(Files.readString(file), bank.get("text").asString());
        assertEquals("{\"bank\":0,\"number\":0,\"shown\":0,\"preset\":\"One\"", bank.at("/programs/0").toString().substring(0, 45));
        JsonNode answer = panel.ask("{\"do\":\"order\",\"order\":[2,0,1],\"read\":\"" + bank.get("read").asString() + "\"}");
        assertEquals(file.toString(), answer.at("/done/path").asString(), answer::toString);
        assertEquals("chronus: 1\nbank: Sines\nprograms: {0: Three.yaml, 1: One.yaml, 2: Two.yaml}\n", Files.readString(file));
        JsonNode status = get("/api/status");
        assertEquals("One", status.get("preset").asString());
        assertEquals(1, status.at("/program/number").asInt());
        assertTrue(status.at("/next/preset").asString().startsWith("Two"), status::toString);
        assertEquals("Three", panel.ask("{\"do\":\"program\",\"number\":0}").at("/done/preset").asString(), "its number was that of what played");
        assertEquals("One", panel.ask("{\"do\":\"next\"}").at("/done/preset").asString());
    }

    @Test void aFileThatSomebodyElseChangedIsKeptUnlessThatIsMeant() throws Exception {
        String read = get("/api/bank").get("read").asString(), other = Files.readString(file).replace("Sines", "Sines   # mine");
        Files.writeString(file, other);
        String order = "{\"do\":\"order\",\"order\":[1,0,2],\"read\":\"" + read + "\"";
        assertTrue(panel.ask(order + "}").get("refused").asString().startsWith("the bank's file has been changed elsewhere since it was read"));
        assertEquals(other, Files.readString(file));
        assertTrue(panel.ask(order + ",\"over\":true}").has("done"));
        assertEquals("chronus: 1\nbank: Sines   # mine\nprograms: {0: Two.yaml, 1: One.yaml, 2: Three.yaml}\n", Files.readString(file));
    }

    @Test void aBankThatIsWrongIsRefusedWithItsPlace() throws Exception {
        String wrong = "chronus: 1\nbank: Sines\nprograms:\n  0: One.yaml\n  1: Gone.yaml\n";
        Files.writeString(file, wrong);
        String refused = panel.ask("{\"do\":\"order\",\"order\":[1,0]}").get("refused").asString();
        assertTrue(refused.startsWith(file + ":4:6: \"Gone.yaml\": "), refused);
        assertTrue(panel.ask("{\"do\":\"order\",\"order\":[0,1,2]}").get("refused").asString().startsWith("these are not all of its places"));
        assertEquals(400, panel.post("{\"do\":\"order\",\"order\":[0,0]}").statusCode());
        assertEquals(400, panel.post("{\"do\":\"order\",\"order\":{}}").statusCode());
        assertEquals(wrong, Files.readString(file));
    }

    private String refusal(String request) throws Exception {
        return panel.ask(request).path("refused").asString("");
    }

    @Test void aLevelIsWrittenWhereItIsHeardAndNothingElseIs() throws Exception {
        Path two = folder.resolve("Two.yaml");
        Files.writeString(two, Files.readString(two).replace("name: Two\n", "name: Two\nlevel: -6 dB   # soft\n"));
        JsonNode program = get("/api/bank").at("/programs/1");
        assertEquals("preset", program.get("writes").asString());
        assertEquals(-6, program.get("level").asDouble());
        String level = "{\"do\":\"level\",\"number\":1,\"level\":-9.25,\"read\":\"" + program.get("read").asString() + "\"";
        JsonNode done = panel.ask(level + "}").get("done");
        assertEquals(two.toString(), done.get("path").asString());
        assertTrue(Files.readString(two).contains("name: Two\nlevel: -9.3 dB   # soft\n"), Files.readString(two));
        assertEquals(done.get("read"), get("/api/bank").at("/programs/1/read"));
        String written = Files.readString(two);
        assertTrue(refusal(level + "}").startsWith("the preset's file has been changed elsewhere since it was read"));
        assertTrue(refusal("{\"do\":\"level\",\"number\":1,\"level\":20}").startsWith(two + ":3:8: 20 dB is out of range: "));
        assertTrue(refusal("{\"do\":\"level\",\"number\":9,\"level\":0}").startsWith("the bank has no such program"));
        assertEquals(400, panel.post("{\"do\":\"level\",\"number\":1,\"level\":1e300}").statusCode());
        assertEquals(written, Files.readString(two));
        assertTrue(panel.ask(level + ",\"over\":true}").has("done"));
        assertEquals("Two", panel.ask("{\"do\":\"next\"}").at("/done/preset").asString());
        assertEquals(Math.pow(10, -9.3 / 20), panel.rig.instrument.playing().orElseThrow().plan().level(), 1e-4, "also of what was ready before");
    }

    @Test void filesAreSentAndFetched() throws Exception {
        assertEquals("[]", panel.get("/api/files").body());
        assertEquals(200, put("mine.yaml", GOOD).statusCode());
        HttpResponse<byte[]> fetched = panel.client.send(panel.request("/api/files/mine.yaml").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertArrayEquals(GOOD.getBytes(), fetched.body());
        assertEquals("attachment; filename*=UTF-8''mine.yaml", fetched.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals(409, put("mine.yaml", GOOD).statusCode());
        assertEquals(200, put("mine.yaml?over=1", GOOD + "# more\n").statusCode());
        HttpResponse<String> wrong = put("mine.yaml?over=1", GOOD.replace("osc -> amp", "os -> amp"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().startsWith("{\"refused\":\"mine.yaml, line 4: "), wrong.body());
        assertEquals(GOOD + "# more\n", Files.readString(folder.resolve("presets/mine.yaml")));
        assertEquals("[{\"name\":\"mine.yaml\",\"kind\":\"yaml\",\"bytes\":" + (GOOD.length() + 7) + "}]", panel.get("/api/files").body());
        for (String name : new String[] {"%2e%2e%2fmine.yaml", ".mine.yaml", "a%2fmine.yaml", "mine.exe"}) {
            assertEquals(422, put(name, GOOD).statusCode(), name);
        }
        assertEquals(404, panel.get("/api/files/other.yaml").statusCode());
        assertFalse(Files.exists(folder.resolve("mine.yaml")));
    }

    @Test void theKeysOfPartsAreFoundInTheText() throws Exception {
        Files.writeString(folder.resolve("Two.yaml"), SPLIT);
        assertEquals("Split", panel.ask("{\"do\":\"program\",\"number\":1}").at("/done/preset").asString());
        JsonNode splits = get("/api/splits");
        JsonNode low = splits.at("/parts/0"), high = splits.at("/parts/1");
        assertEquals(".. B3", SPLIT.substring(low.get("from").asInt(), low.get("to").asInt()));
        assertEquals("[{\"low\":0,\"high\":59}]", low.get("ranges").toString());
        assertEquals("[{\"low\":0,\"high\":127}]", high.get("ranges").toString());
        int at = high.get("from").asInt();
        assertTrue(SPLIT.substring(at).startsWith("modules: {osc: {type: sine}"));
        String changed = SPLIT.substring(0, at) + high.get("before").asString() + "C4 .." + high.get("after").asString() + SPLIT.substring(at);
        assertTrue(changed.contains("  high:\n    keys: C4 ..\n    modules:"), changed);
    }

    @Test void whoOnlyLooksOnSeesAllAndChangesNothing() throws Exception {
        try (PanelRig other = new PanelRig(Files.createDirectory(folder.resolve("other")), Optional.empty(), true)) {
            for (String path : new String[] {"/bank", "/api/bank", "/api/files", "/api/levels"}) {
                assertEquals(200, other.get(path).statusCode(), path);
            }
            for (String path : new String[] {"/api/files/mine.yaml", "/api/levels", "/api/ask"}) {
                for (String method : new String[] {"PUT", "POST", "DELETE"}) {
                    assertEquals(403, other.client.send(other.request(path).method(method, HttpRequest.BodyPublishers.ofString(GOOD))
                            .header("Content-Type", "application/octet-stream").build(), HttpResponse.BodyHandlers.ofString()).statusCode(), path);
                }
            }
        }
    }

    @Test void theBankIsMeasuredBesideTheInstrument() throws Exception {
        HttpRequest begin = panel.request("/api/levels").POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json").build();
        assertEquals(200, panel.client.send(begin, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(409, panel.client.send(begin, HttpResponse.BodyHandlers.ofString()).statusCode());
        HttpRequest cancel = panel.request("/api/levels").DELETE().build();
        assertEquals(200, panel.client.send(cancel, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals("it was cancelled", get("/api/levels").at("/state/failed").asString());
        assertEquals(200, panel.client.send(begin, HttpResponse.BodyHandlers.ofString()).statusCode());
        long end = System.nanoTime() + 240_000_000_000L;
        while (get("/api/levels").at("/state/running").asBoolean()) {
            assertTrue(System.nanoTime() < end, "it comes to no end: " + get("/api/levels"));
            Thread.sleep(100);
        }
        JsonNode levels = get("/api/levels");
        assumeFalse(levels.at("/state/failed").asString().contains("needs the machine"), "others keep this machine busy");
        assertEquals("", levels.at("/state/failed").asString());
        assertEquals(3, levels.at("/report/programs").size());
        OpenApi.check(levels, OpenApi.schema("Levels"), "levels");
        double loudness = levels.at("/report/programs/0/measured/loudness").asDouble();
        assertTrue(loudness < 6 && loudness > -40, loudness + " LUFS");
    }
}
