package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What plays as a text and as a picture; and texts that are looked at, played and saved. */
class PatchTextTest {
    private static final String GOOD = """
            # mine
            chronus: 1
            name: Mine
            modules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}}
            cables: [osc -> amp -> out, env -> amp.gain]
            """;
    private static final String WRONG = GOOD.replace("osc -> amp", "os -> amp");

    @TempDir
    private Path folder;
    private PanelRig panel;

    @BeforeEach void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
        assertEquals("One", panel.ask("{\"do\":\"program\",\"number\":0}").at("/done/preset").asString());
    }

    @AfterEach void end() throws Exception {
        panel.close();
    }

    private JsonNode ask(String word, String text) throws Exception {
        return panel.ask(PanelRig.JSON.writeValueAsString(Map.of("do", word, "text", text)));
    }

    private JsonNode patch() throws Exception {
        return PanelRig.JSON.readTree(panel.get("/api/text").body());
    }

    @Test void whatPlaysIsReadAsItIsWritten() throws Exception {
        JsonNode patch = patch();
        assertEquals("One", patch.get("preset").asString());
        assertEquals(Files.readString(folder.resolve("One.yaml")), patch.get("text").asString());
        assertEquals(patch.get("text"), patch.get("saved"));
        assertFalse(patch.get("draft").asBoolean());
        HttpResponse<String> picture = panel.get("/api/patch.svg");
        assertEquals("image/svg+xml", picture.headers().firstValue("Content-Type").orElse(""));
        assertTrue(picture.body().contains("<title>osc: sine, "), picture.body());
    }

    @Test void aTextIsLookedAtAndNothingChanges() throws Exception {
        JsonNode wrong = ask("check", WRONG).get("done");
        assertFalse(wrong.get("good").asBoolean());
        assertEquals("{\"line\":5,\"column\":10,\"severity\":\"error\",\"what\":\"there is no module \\\"os\\\"\",\"cure\":\"did you mean osc?\"}",
                wrong.at("/problems/0").toString());
        assertTrue(ask("check", GOOD).at("/done/good").asBoolean());
        assertFalse(ask("check", "").at("/done/good").asBoolean());
        assertEquals("One", panel.rig.playing());
    }

    @Test void aGoodTextPlaysAndIsTheDraftWithItsComments() throws Exception {
        assertEquals("Mine", ask("play-text", GOOD).at("/done/preset").asString());
        assertEquals("Mine", panel.rig.playing());
        assertEquals(GOOD, patch().get("text").asString());
        assertTrue(panel.get("/api/patch.svg").body().contains("osc: saw"));
        panel.ask("{\"do\":\"set\",\"module\":\"env\",\"port\":\"attack\",\"value\":0.25}");
        assertTrue(patch().get("text").asString().contains("attack: 250 ms"), patch().toString());
        assertEquals("line 5: there is no module \"os\": did you mean osc?", ask("play-text", WRONG).get("refused").asString());
        assertEquals("Mine", panel.rig.playing());
        panel.ask("{\"do\":\"program\",\"number\":1}");
        assertEquals(Files.readString(folder.resolve("Two.yaml")), patch().get("text").asString());
    }

    @Test void aGoodTextIsSavedAndAWrongOneIsNotWrittenOverIt() throws Exception {
        Path file = folder.resolve("presets/mine.yaml");
        assertEquals(file.toString(), ask("save-text", GOOD).at("/done/path").asString());
        assertEquals(GOOD, Files.readString(file));
        assertTrue(ask("save-text", WRONG).has("refused"));
        assertEquals(GOOD, Files.readString(file));
        Files.writeString(file, "somebody else's");
        assertTrue(ask("save-text", GOOD).get("refused").asString().contains("is there already"));
        assertTrue(panel.ask(PanelRig.JSON.writeValueAsString(Map.of("do", "save-text", "text", GOOD, "over", true))).has("done"));
        assertEquals(GOOD, Files.readString(file));
    }

    @Test void wordsForCompletionAreThere() throws Exception {
        JsonNode catalog = PanelRig.JSON.readTree(panel.get("/api/catalog").body());
        assertTrue(catalog.get("note").toString().contains("\"velocity\""));
        JsonNode filter = catalog.get("types").valueStream().filter(type -> type.get("type").asString().equals("svf")).findFirst().orElseThrow();
        assertFalse(filter.at("/inputs/cutoff").asString().isEmpty());
        assertTrue(filter.get("outputs").toString().contains("\"band\""));
    }

    @Test void aPanelThatOnlyLooksOnNeitherPlaysNorSaves() throws Exception {
        Files.createDirectory(folder.resolve("other"));
        try (PanelRig viewer = new PanelRig(folder.resolve("other"), Optional.empty(), true)) {
            for (String word : new String[] {"play-text", "save-text"}) {
                assertEquals(403, viewer.post(PanelRig.JSON.writeValueAsString(Map.of("do", word, "text", GOOD))).statusCode());
            }
            assertEquals(200, viewer.get("/api/patch.svg").statusCode());
            assertFalse(Files.exists(folder.resolve("other/presets")));
        }
    }
}
