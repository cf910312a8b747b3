package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the panel tells of the inputs of the patch that plays. */
class PatchApiTest {
    @TempDir
    static Path folder;
    private static PanelRig panel;
    private static Path filtered, layered;

    @BeforeAll static void begin() throws Exception {
        panel = new PanelRig(folder, Optional.empty(), false);
        filtered = Files.writeString(folder.resolve("filtered.yaml"), """
                chronus: 1
                name: Filtered
                modules: {osc: {type: saw}, filter: {type: svf, cutoff: 900 Hz}, env: {type: adsr, attack: 20 ms}, amp: {type: vca}}
                cables: [osc -> filter -> amp -> out, env -> amp.gain]
                controllers: {74: {to: filter.cutoff, range: [150 Hz, 9 kHz]}}
                """);
        layered = Files.writeString(folder.resolve("layered.yaml"), """
                chronus: 1
                name: Layered
                parts:
                  low:
                    modules: {osc: {type: sine}, env: {type: adsr, attack: 20 ms}, amp: {type: vca}}
                    cables: [osc -> amp -> out, env -> amp.gain]
                  high:
                    modules: {osc: {type: sine}, env: {type: adsr, attack: 30 ms}, amp: {type: vca}}
                    cables: [osc -> amp -> out, env -> amp.gain]
                mix: {modules: {room: {type: reverb, mix: 0.2}}, cables: [voices -> room -> out]}
                controllers: {91: {to: room.mix, range: [0, 0.5]}}
                """);
    }

    @AfterAll static void end() throws Exception {
        panel.close();
    }

    @BeforeEach void load() throws Exception {
        load(layered);
        load(filtered);
    }

    private static void load(Path preset) throws Exception {
        assertTrue(panel.ask("{\"do\":\"load\",\"preset\":\"" + preset + "\"}").has("done"));
    }

    private static JsonNode patch() throws Exception {
        return PanelRig.JSON.readTree(panel.get("/api/patch").body());
    }

    private static JsonNode port(String module, String port) throws Exception {
        for (JsonNode part : patch().get("parts")) {
            for (JsonNode each : part.get("modules")) {
                for (JsonNode found : each.get("module").asString().equals(module) ? each.get("ports") : each.path("none")) {
                    if (found.get("port").asString().equals(port)) {
                        return found;
                    }
                }
            }
        }
        throw new AssertionError("there is no " + module + "." + port + " in " + patch());
    }

    private static void awaitValue(String module, String port, double value) throws Exception {
        for (int i = 0; i < 500 && Math.abs(port(module, port).get("value").asDouble() - value) > 1e-4 * Math.abs(value); i++) {
            Thread.sleep(10);
        }
        assertEquals(value, port(module, port).get("value").asDouble(), 1e-4 * Math.abs(value));
    }

    @Test void portsAreAsTheirContractSaysWithTheValueOfThePreset() throws Exception {
        JsonNode cutoff = port("filter", "cutoff");
        Input contract = ModuleCatalog.load().find("svf").orElseThrow().shape().inputs().get("cutoff");
        assertEquals(900, cutoff.get("value").asDouble());
        assertEquals(900, cutoff.get("default").asDouble());
        assertEquals(contract.minimum(), cutoff.get("low").asDouble());
        assertEquals(contract.maximum(), cutoff.get("high").asDouble());
        assertEquals("Hz", cutoff.get("unit").asString());
        assertTrue(cutoff.get("logarithmic").asBoolean());
        assertEquals(contract.meaning(), cutoff.get("meaning").asString());
        assertEquals("[{\"by\":\"preset\",\"controller\":74,\"device\":\"\",\"channel\":0,\"parameter\":\"\",\"low\":150.0,\"high\":9000.0}]",
                cutoff.get("bound").toString());
        Input decay = ModuleCatalog.load().find("adsr").orElseThrow().shape().inputs().get("decay");
        assertEquals(decay.normally(), port("env", "decay").get("default").asDouble(), 1e-6, "what the preset does not say the contract does");
        assertEquals("note.pitch", port("osc", "pitch").get("follows").asString());
    }

    @Test void everyPortOfThePresetIsThere() throws Exception {
        List<String> ports = new ArrayList<>(), declared = new ArrayList<>();
        for (JsonNode module : patch().at("/parts/0/modules")) {
            module.get("ports").forEach(port -> ports.add(module.get("id").asString() + "." + port.get("port").asString()));
            ModuleCatalog.load().find(module.get("type").asString()).orElseThrow().shape().inputs().values().stream().filter(Input::isBounded)
                    .forEach(input -> declared.add(module.get("id").asString() + "." + input.symbol()));
        }
        assertEquals(declared, ports);
        assertTrue(ports.size() > 8, ports.toString());
    }

    @Test void whatIsSetOrMovedByAControllerIsRead() throws Exception {
        assertEquals(1200, panel.ask("{\"do\":\"set\",\"module\":\"filter\",\"port\":\"cutoff\",\"value\":1200}").at("/done/value").asDouble());
        awaitValue("filter", "cutoff", 1200);
        assertEquals(900, port("filter", "cutoff").get("default").asDouble());
        panel.rig.instrument.receive(new Event(System.nanoTime(), new Gesture.Controller(Instrument.OWN_SOURCE, 0, 74, 1)));
        awaitValue("filter", "cutoff", 9000);
        refuses("osc.pitch follows note.pitch", "{\"do\":\"set\",\"module\":\"osc\",\"port\":\"pitch\",\"value\":60}");
    }

    @Test void modulesOfSeveralPartsHaveTheirPartInTheirPlace() throws Exception {
        load(layered);
        assertEquals(List.of("low", "high", "mix"), patch().get("parts").findValuesAsString("part"));
        panel.ask("{\"do\":\"set\",\"module\":\"high/env\",\"port\":\"attack\",\"value\":0.5}");
        awaitValue("high/env", "attack", 0.5);
        assertEquals(0.02, port("low/env", "attack").get("value").asDouble());
        assertEquals(91, port("room", "mix").at("/bound/0/controller").asInt());
        assertEquals(1, port("room", "mix").get("bound").size(), "it is said once for all parts");
    }

    @Test void theInputsOfAnInstrumentThatPlaysAPartAreThereAndSetWithinTheirRange() throws Exception {
        load(Files.writeString(folder.resolve("sines.yaml"), "chronus: 1\nname: Sines\ninstrument: {type: sines}\n"));
        assertEquals(0.25, port("instrument", "level").get("default").asDouble());
        String set = "{\"do\":\"set\",\"module\":\"instrument\",\"port\":\"level\",\"value\":7}";
        assertEquals("{\"value\":1.0,\"where\":\"live\"}", panel.ask(set).get("done").toString());
        awaitValue("instrument", "level", 1);
        refuses("instrument (sines) has no input \"colour\"", set.replace("level", "colour"));
    }

    @Test void aControllerIsLearnedAndForgotten() throws Exception {
        CompletableFuture<HttpResponse<String>> learned = ask("""
                {"do":"learn","parameter":"filter.cutoff","knob":"absolute","pick-up":true}""");
        awaitWanted(Optional.of("filter.cutoff"));
        for (int value = 0; value < 20; value++) {
            panel.rig.instrument.learner().hear("Keystation", new Gesture.Controller(1, 2, 21, value / 127f));
        }
        assertEquals("{\"done\":{\"parameter\":\"filter.cutoff\",\"device\":\"Keystation\",\"channel\":3,\"controller\":21}}",
                learned.get(20, TimeUnit.SECONDS).body());
        JsonNode bound = port("filter", "cutoff").at("/bound/1");
        assertEquals("learned", bound.get("by").asString());
        assertEquals(21, bound.get("controller").asInt());
        assertEquals("filter.cutoff", bound.get("parameter").asString());
        assertEquals("{\"parameter\":\"filter.cutoff\"}", panel.ask("{\"do\":\"forget\",\"parameter\":\"filter.cutoff\"}").get("done").toString());
        assertEquals(1, port("filter", "cutoff").get("bound").size());
        refuses("nothing is bound to filter.cutoff", "{\"do\":\"forget\",\"parameter\":\"filter.cutoff\"}");
        refuses("\"cutoff\" is no parameter", "{\"do\":\"learn\",\"parameter\":\"cutoff\"}");
        refuses("\"round\" is no knob", "{\"do\":\"learn\",\"parameter\":\"a.b\",\"knob\":\"round\"}");
        refuses("pick-up is true or false", "{\"do\":\"learn\",\"parameter\":\"a.b\",\"pick-up\":1}");
    }

    private static void refuses(String what, String request) throws Exception {
        String refused = panel.ask(request).get("refused").asString();
        assertTrue(refused.startsWith(what), refused);
    }

    @Test void whatIsForgottenIsNoLongerWaitedFor() throws Exception {
        CompletableFuture<HttpResponse<String>> learned = ask("{\"do\":\"learn\",\"parameter\":\"env.attack\"}");
        awaitWanted(Optional.of("env.attack"));
        assertTrue(panel.ask("{\"do\":\"forget\",\"parameter\":\"env.attack\"}").has("done"));
        assertEquals(422, learned.get(20, TimeUnit.SECONDS).statusCode());
        awaitWanted(Optional.empty());
    }

    private static CompletableFuture<HttpResponse<String>> ask(String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return panel.post(body);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void awaitWanted(Optional<String> parameter) throws InterruptedException {
        for (int i = 0; i < 1000 && !panel.rig.instrument.learner().wanted().equals(parameter); i++) {
            Thread.sleep(10);
        }
        assertEquals(parameter, panel.rig.instrument.learner().wanted());
    }

    @Test void pagesAreToldWhatMovesAndWhatPlays() throws Exception {
        HttpResponse<InputStream> reply = panel.client.send(panel.request("/api/patch/events?page=x").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(reply.body()))) {
            assertEquals("Filtered", next(events, "patch").get("preset").asString());
            int ports = next(events, "values").get("values").size();
            panel.ask("{\"do\":\"set\",\"module\":\"filter\",\"port\":\"cutoff\",\"value\":1234}");
            JsonNode values = next(events, "values");
            while (!values.get("values").toString().contains("1234")) {
                values = next(events, "values");
            }
            assertEquals(ports, values.get("values").size());
            load(layered);
            JsonNode patch = next(events, "patch");
            assertEquals("Layered", patch.get("preset").asString());
            assertFalse(patch.get("patch").equals(values.get("patch")));
        }
    }

    private static JsonNode next(BufferedReader events, String name) throws Exception {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.equals("event: " + name)) {
                return PanelRig.JSON.readTree(events.readLine().substring("data: ".length()));
            }
        }
        throw new AssertionError("the events have ended");
    }

    @Test void aPanelThatOnlyLooksOnReadsAndSetsNothing() throws Exception {
        Path own = Files.createDirectories(folder.resolve("viewer"));
        try (PanelRig viewer = new PanelRig(own, Optional.empty(), true)) {
            assertEquals(200, viewer.get("/api/patch").statusCode());
            assertEquals(403, viewer.post("{\"do\":\"set\",\"module\":\"env\",\"port\":\"attack\",\"value\":1}").statusCode());
            assertEquals(403, viewer.post("{\"do\":\"learn\",\"parameter\":\"env.attack\"}").statusCode());
            assertEquals(405, panel.client.send(panel.request("/api/patch").DELETE().build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }
}
