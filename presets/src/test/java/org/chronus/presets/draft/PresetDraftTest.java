package org.chronus.presets.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presets that are made word by word. */
class PresetDraftTest {
    private static final PresetReader READER = new PresetReader(ModuleCatalog.load());
    private static final String LAYERS = """
            chronus: 1
            name: "Layers #1"
            parts:
              low:
                keys: .. B3
                modules: {osc: {type: saw}, amp: {type: vca, gain: 1}}
                cables: [osc -> amp -> out]
                controllers: {20: {to: osc.tune}}
              high:
                keys: C4 ..
                modules: {osc: {type: saw}, amp: {type: vca, gain: 1}}
                cables: [osc -> amp -> out]
                controllers: {20: {to: osc.tune}, 21: {to: amp.gain}}
            mix:
              modules: {echo: {type: delay}}
              cables: [low -> echo, high -> echo, echo -> out]
            controllers: {91: [{to: echo.mix}, {to: low.amp.gain}]}
            """;

    private PresetDraft draft = PresetDraft.begin(READER, "Live");

    private PresetDraftTest after(ReadResult<PresetDraft> edit) {
        draft = edit.found().orElseThrow(() -> new AssertionError(edit.problems()));
        return this;
    }

    private PresetDraftTest create(String id, String type) {
        return after(draft.create(id, type));
    }

    private PresetDraftTest connect(String source, String target) {
        return after(draft.connect(source, target, ""));
    }

    private static String refusal(ReadResult<PresetDraft> edit) {
        assertTrue(edit.found().isEmpty(), () -> edit.value().text());
        return edit.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst()
                .map(problem -> problem.what() + ": " + problem.cure()).orElseThrow();
    }

    private PresetDraftTest voice() {
        return create("osc1", "saw").create("filter", "svf").create("env", "adsr").create("amp", "vca").connect("osc1", "filter")
                .connect("filter", "amp").connect("env", "amp.gain").connect("amp", "out");
    }

    static List<PresetFile> factory() {
        return new PresetLibrary(READER, Path.of("nowhere")).list().value().stream().filter(PresetFile::factory).toList();
    }

    private static GraphPlan sorted(GraphPlan graph) {
        return new GraphPlan(graph.modules(), graph.cables().stream().sorted(Comparator.comparing(CablePlan::toString)).toList());
    }

    @Test void isWrittenAsAPersonWould() {
        voice().after(draft.set("filter", "cutoff", "700 Hz")).after(draft.connect("env * note.velocity", "filter.cutoff", "2 oct"))
                .create("mix/echo", "delay").connect("voices", "echo").connect("echo", "out");
        assertEquals("""
                chronus: 1
                name: Live
                modules:
                  osc1:   {type: saw}
                  filter: {type: svf, cutoff: 700 Hz}
                  env:    {type: adsr}
                  amp:    {type: vca}
                cables:
                  - osc1 -> filter -> amp -> out
                  - env -> amp.gain
                  - env * note.velocity * 2 oct -> filter.cutoff
                mix:
                  modules:
                    echo: {type: delay}
                  cables:
                    - voices -> echo -> out
                """, draft.text());
        assertEquals(List.of(), draft.read().problems());
    }

    @ParameterizedTest
    @MethodSource("factory")
    void anyPresetIsWhatItWasAfterItWasLoadedAndWritten(PresetFile file) {
        PresetDraft loaded = PresetDraft.of(READER, file).value();
        Preset before = READER.read(file.text(), file.file()).value(), after = loaded.read().value();
        assertEquals(before.name(), after.name());
        assertEquals(sorted(before.plan().mix()), sorted(after.plan().mix()));
        for (int i = 0; i < before.plan().parts().size(); i++) {
            PatchPlan.PartPlan was = before.plan().parts().get(i), is = after.plan().parts().get(i);
            assertEquals(sorted(was.graph()), sorted(is.graph()));
            assertEquals(was.controllers(), is.controllers());
            assertEquals(was.voices(), is.voices());
            assertEquals(was.notePlayers(), is.notePlayers());
            assertEquals(List.of(was.lowestKey(), was.highestKey(), was.level()), List.of(is.lowestKey(), is.highestKey(), is.level()));
        }
        assertEquals(List.of(before.plan().level(), before.holdSeconds(), before.transition()),
                List.of(after.plan().level(), after.holdSeconds(), after.transition()));
        assertEquals(loaded.text(), PresetDraft.of(READER, PresetFile.of("x.yaml", loaded.text())).value().text(), "written again it is the same");
    }

    @Test void aLoopIsRefusedInTheWordsOfTheReaderAndTheDraftStays() {
        String before = voice().draft.text();
        assertEquals("a loop without a feedback module: filter -> amp -> filter: lead one of its cables through a module of type feedback, "
                + "which is 64 frames late", refusal(draft.connect("amp", "filter", "")));
        assertEquals(before, draft.text());
        create("back", "feedback").connect("amp", "back").connect("back", "filter");
    }

    @Test void whatIsNotFinishedIsADraftAndNoPreset() {
        create("osc1", "saw");
        assertTrue(draft.read().found().isEmpty());
        assertTrue(draft.read().problems().getFirst().what().contains("nothing reaches out"));
    }

    @Test void everyRefusalHelps() {
        voice();
        assertEquals("there is no module type \"sow\": did you mean saw?", refusal(draft.create("osc2", "sow")));
        assertEquals("osc1 is there already: delete it first, or choose another name", refusal(draft.create("osc1", "saw")));
        assertEquals("\"Osc 2\" is no name for a module or part: names are lower case letters, digits and _; write osc_2",
                refusal(draft.create("Osc 2", "saw")));
        assertTrue(refusal(draft.connect("osc2", "filter", "")).startsWith("there is no module \"osc2\": did you mean osc1?"));
        assertTrue(refusal(draft.connect("osc1", "filter.cutof", "")).endsWith("did you mean cutoff?"));
        assertTrue(refusal(draft.connect("osc1", "filter", "1 Hz")).startsWith("wrong unit Hz"));
        assertTrue(refusal(draft.connect("osc1, env", "filter", "")).startsWith("one cable at a time"));
        assertTrue(refusal(draft.disconnect("osc1", "amp")).startsWith("there is no cable osc1 -> amp"));
        assertTrue(refusal(draft.delete("osc2")).contains("osc1"));
        assertTrue(refusal(draft.set("filter", "cutoff", "12 Hz")).contains("cutoff is 20 Hz .. 20 kHz, not 12 Hz"));
        assertTrue(refusal(draft.set("filter", "cutoff", "1}, x: {type: saw")).contains("is not a number"));
        assertTrue(refusal(draft.create("mox/echo", "delay")).startsWith("there is no part of that name: did you mean mix?"));
        assertTrue(refusal(draft.connect("osc1", "echo", "")).contains("echo"));
        create("mix/echo", "delay");
        assertTrue(refusal(draft.connect("osc1", "echo", "")).startsWith("one is in the voices and the other in the mix"));
    }

    @Test void aSecondCableBetweenTheSamePortsIsANewAmount() {
        voice().after(draft.connect("osc1.out", "filter.in", "0.5"));
        assertTrue(draft.text().contains("- osc1 * 0.5 -> filter -> amp -> out"), draft.text());
        after(draft.disconnect("osc1", "filter.in"));
        assertTrue(draft.text().contains("- filter -> amp -> out"), draft.text());
    }

    @Test void aDeletedModuleTakesItsCablesAndControllersWithIt() {
        draft = PresetDraft.of(READER, PresetFile.of("layers.yaml", LAYERS)).value();
        after(draft.delete("low/osc")).after(draft.delete("low/amp"));
        assertTrue(draft.text().contains("91: [{to: echo.mix}]"), draft.text());
        assertEquals(1, Stream.of(draft.text().split("\n")).filter(line -> line.contains("to: osc.tune")).count(), draft.text());
        after(draft.delete("echo"));
        assertTrue(!draft.text().contains("91:") && draft.text().contains("21: {to: amp.gain}"), draft.text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void playersStayWhereTheyAre(boolean inPart) {
        String players = "players: [{type: chord, notes: [0, -12]}, {type: arpeggiator, step: 0.5 beat, gate: 30 %}]\n";
        String text = inPart ? LAYERS.replace("    keys: C4 ..\n", "    keys: C4 ..\n    " + players)
                : "chronus: 1\nname: P\n" + players + "modules: {osc: {type: saw}}\ncables: [osc -> out]\n";
        draft = PresetDraft.of(READER, PresetFile.of("players.yaml", text)).value();
        assertEquals(2, draft.read().value().plan().parts().getLast().notePlayers().size(), draft.text());
    }

    @Test void inSeveralPartsAWordMustSayWhichIsMeant() {
        draft = PresetDraft.of(READER, PresetFile.of("layers.yaml", LAYERS)).value();
        assertEquals("it could be in any of low, high: write for example low/ before it", refusal(draft.set("osc", "tune", "1 st")));
        after(draft.set("high/osc", "tune", "1 st")).after(draft.connect("high/osc", "amp", "0.5"));
        assertEquals(1f, draft.read().value().plan().parts().get(1).graph().modules().getFirst().values().get("tune"));
        assertEquals(Set.of("Layers #1"), Set.of(draft.read().value().name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "with: colon", "a # b", "\"quoted\"", "back\\slash", "- dash", "* star", "é ü 音", "no", "1.5", "{x}", "tab"})
    void anyNameIsReadAsItWasWritten(String name) {
        assertEquals(name, voice().after(draft.named(name)).draft.read().value().name());
    }

    @ParameterizedTest
    @ValueSource(floats = {0.001f, 0.0123457f, 0.3f, 1, 2.5f, 1e-6f, 59.99f})
    void valuesAreToTheBitWhatTheyWere(float seconds) {
        voice().after(draft.set("env", draft.ports().find("adsr", "env", "release").value(), seconds));
        assertEquals(seconds, draft.read().value().plan().parts().getFirst().graph().modules().get(2).values().get("release"), draft.text());
    }

    @Test void portsHaveTheNamesThatEverybodyUses() {
        PortNames words = new PortNames(ModuleCatalog.load());
        assertEquals("cutoff", words.find("svf", "f", "freq").value().input().symbol());
        assertEquals("resonance", words.find("ladder", "f", "q").value().input().symbol());
        assertEquals(69, words.find("saw", "o", "frequency").value().value(440), 1e-4f);
        assertEquals(20_000, words.find("svf", "f", "cutoff").value().value(1e9));
        assertTrue(words.find("svf", "f", "cutof").problems().getFirst().cure().contains("cutoff"));
        assertTrue(words.find("lfo", "l", "shape").problems().getFirst().what().contains("chosen"));
    }
}
