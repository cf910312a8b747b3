package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.chronus.instrument.osc.OscAddress;
import org.chronus.midi.decoder.MidiChart;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    @TempDir
    Path folder;

    private record Said(int code, String out, String err) { }

    private static Said chronus(Object... words) {
        String[] arguments = java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        PrintStream out = System.out, err = System.err;
        ByteArrayOutputStream data = new ByteArrayOutputStream(), rest = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(rest, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Said(code, data.toString(StandardCharsets.UTF_8), rest.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test void describeMidiPrintsTheImplementationChart() {
        assertEquals(MidiChart.text(), chronus("describe", "midi").out());
    }

    @Test void describeOscPrintsTheTablesOfTheDocument() throws Exception {
        Path document = Path.of("").toAbsolutePath().getParent().resolve("docs/osc.md");
        assertEquals(OscAddress.text(), chronus("describe", "osc").out());
        assertTrue(Files.readString(document).contains(OscAddress.text()), "put what chronus describe osc prints into docs/osc.md");
    }

    /** Two bars: a chord held over a program change, then a note. */
    private Path song() throws Exception {
        Sequence sequence = new Sequence(Sequence.PPQ, 480);
        Track track = sequence.createTrack();
        for (int key : new int[] {57, 60, 64}) {
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, key, 90), 0));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, key, 0), 1_900));
        }
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 1, 0), 960));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 99, 0), 970));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 72, 90), 1_440));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 72, 0), 1_900));
        Path file = folder.resolve("song.mid");
        MidiSystem.write(sequence, 0, file.toFile());
        return file;
    }

    @Test void withoutArgumentsItSaysHowToBegin() {
        Said said = chronus();
        assertEquals(0, said.code());
        assertEquals(6, said.out().lines().count());
    }

    @Test void everyCommandHasHelp() {
        for (String command : new String[] {"demo", "play", "render", "check", "gig-check", "show", "list", "describe", "status", "program",
            "next", "previous", "load", "reload", "panic", "record", "bench", "soak", "latency", "doctor"}) {
            Said said = chronus(command, "--help");
            assertEquals(0, said.code(), command);
            assertTrue(said.out().startsWith("Usage: chronus " + command), command);
        }
    }

    @Test void modulesAreListedInGroups() throws Exception {
        String said = chronus("list", "modules").out();
        assertTrue(said.startsWith("sources\n  additive "), said);
        assertTrue(said.indexOf("\n  ladder ") > said.indexOf("\nfilters\n") && said.indexOf("\n  ladder ") < said.indexOf("\nshapers\n"), said);
        assertTrue(said.indexOf("\nplayers\n  arpeggiator ") > said.indexOf("\nutilities\n"), said);
        JsonNode first = JsonMapper.shared().readTree(chronus("list", "modules", "--json").out()).get(0);
        assertEquals("additive, sources", first.get("name").asString() + ", " + first.get("group").asString());
    }

    @Test void presetsAreFoundByTheirTags() {
        Said organs = chronus("list", "presets", "--tag", "organ");
        assertTrue(organs.out().startsWith("Drawbar organ ") && !organs.out().contains("Warm pad"), organs.out());
        assertEquals("none with the tag organ and pad\n", chronus("list", "presets", "--tag", "organ", "--tag", "pad").err());
        assertEquals("chronus: --tag is for presets: chronus list presets --tag organ\n", chronus("list", "modules", "--tag", "organ").err());
    }

    @Test void whatAPluginCostsIsMeasuredHereAndInAProcessOfItsOwn() throws Exception {
        assumeTrue(chronus("list", "plugins").out().contains("lv2:http://lv2plug.in/plugins/eg-amp"), "install lv2-examples");
        Said said = chronus("bench", "--plugin", "lv2:http://lv2plug.in/plugins/eg-amp", "--seconds", "1", "--json");
        assertEquals(0, said.code(), said.err());
        JsonNode measured = JsonMapper.shared().readTree(said.out());
        double here = measured.get("insideMicros").asDouble(), there = measured.get("isolatedMedianMicros").asDouble();
        assertTrue(here > 0 && there > here, said.out());
    }

    @Tag("L4")
    @Test void aRenderIsTheSameForEveryPeriodAndReportsItsSwaps() throws Exception {
        Path one = folder.resolve("one.wav"), other = folder.resolve("other.wav"), report = folder.resolve("r.json");
        assertEquals(0, chronus("render", song(), "-o", one, "--report", report).code());
        assertEquals(0, chronus("render", song(), "-o", other, "--period", 37).code());
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
        JsonNode swaps = JsonMapper.shared().readTree(report.toFile()).get("swaps");
        assertEquals("swapped", swaps.get(0).get("outcome").asString());
        assertEquals(48_000, swaps.get(0).get("swapFrame").asInt(), "beat 3 at 120 bpm, which is a grid line");
        assertEquals("unknown", swaps.get(1).get("outcome").asString());
    }

    @Tag("L21")
    @Test void everyRefusalIsOneLineAndLeavesNothingBehind() throws Exception {
        Path song = song(), out = folder.resolve("out.wav");
        Files.writeString(folder.resolve("not.mid"), "hello");
        Files.writeString(folder.resolve("bad.yaml"), "chronus: 1\nname: Bad\nmodules: {osc: {type: sow}}\ncables: [osc -> out]\n");
        Files.createDirectory(folder.resolve("folder.wav"));
        assertAll(
                () -> refused(1, "missing.mid", "render", folder.resolve("missing.mid"), "-o", out),
                () -> refused(1, "not.mid", "render", folder.resolve("not.mid"), "-o", out),
                () -> refused(1, "bad.yaml:3:", "render", song, "-o", out, "--preset", folder.resolve("bad.yaml")),
                () -> refused(1, "no such preset", "render", song, "-o", out, "--preset", "Stage tyne of old"),
                () -> refused(1, "cannot be written", "render", song, "-o", folder.resolve("nowhere/out.wav")),
                () -> refused(1, "is a folder", "render", song, "-o", folder.resolve("folder.wav")),
                () -> refused(1, "--bits", "render", song, "-o", out, "--bits", "12"),
                () -> refused(2, "--period", "render", song, "-o", out, "--period", "0"),
                () -> refused(2, "--rate", "render", song, "-o", out, "--rate", "10"),
                () -> refused(2, "--standby", "play", "--audio", "null", "--midi", "none", "--standby", "17"),
                () -> refused(2, "channels are 1 to 16", "render", song, "-o", out, "--channels", "17"),
                () -> refused(1, "no module", "describe", "flanger9"),
                () -> refused(1, "no such preset", "show", "nothing like it at all"),
                () -> refused(1, "--audio is", "play", "--audio", "tape", "--midi", "none"),
                () -> refused(1, "--osc is [HOST:]PORT", "play", "--audio", "null", "--midi", "none", "--osc", "here"),
                () -> refused(1, "--osc is [HOST:]PORT", "play", "--audio", "null", "--midi", "none", "--osc", "70000"),
                () -> refused(1, "there is no host", "play", "--audio", "null", "--midi", "none", "--osc", "no.such.host.invalid:9000"),
                () -> refused(1, "no MIDI input", "play", "--audio", "null", "--midi", "A keyboard nobody has"));
        assertFalse(Files.exists(out));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }

    private static void refused(int code, String place, Object... words) {
        Said said = chronus(words);
        assertEquals(code, said.code(), said.err());
        assertTrue(said.err().contains(place), said.err());
        assertFalse(said.err().contains("\tat "), said.err());
        assertEquals("", said.out());
    }

    @Test void anExistingFileSurvivesARenderThatFails() throws Exception {
        Path out = folder.resolve("keep.wav");
        Files.writeString(out, "precious");
        chronus("render", folder.resolve("missing.mid"), "-o", out);
        assertEquals("precious", Files.readString(out));
    }

    @Test void describePrintsWhatAModuleHas() {
        Said said = chronus("describe", "svf");
        assertTrue(said.out().contains("cutoff"));
        assertTrue(said.out().contains("20 .. 20000 Hz"));
    }

    @Test void describePrintsTheSettingsOfAPlayer() {
        Said said = chronus("describe", "arpeggiator");
        assertTrue(said.out().contains("up|down|up_down|played|random|chord") && said.out().contains("normally 0.25 beat."), said.out());
    }

    @Tag("L20")
    @Test void whatIsShownIsReadAsTheSamePreset() throws Exception {
        PresetLibrary library = new PresetLibrary(new PresetReader(ModuleCatalog.load()), folder);
        for (PresetFile file : library.list().value()) {
            Said said = chronus("show", file.name());
            assertEquals(file.text(), said.out(), "to the letter");
            Path copy = Files.writeString(folder.resolve("copy.yaml"), said.out());
            assertEquals(library.read(file).value().plan(), library.load(copy.toString()).value().plan(), file.name());
            Files.delete(copy);
        }
    }

    @Test void checkCountsGoodAndBad() throws Exception {
        Files.writeString(folder.resolve("good.yaml"), chronus("show", "Init").out());
        Files.writeString(folder.resolve("bad.yaml"), "chronus: 1\nname: Bad\nmodules: {osc: {type: sow}}\ncables: [osc -> out]\n");
        Said said = chronus("check", folder);
        assertEquals(1, said.code());
        assertTrue(said.out().contains("did you mean saw?"), said.out());
        assertTrue(said.err().contains("1 good, 1 refused"), said.err());
    }

    @Test void checkKnowsTheFileOfDevices() throws Exception {
        Path file = Files.writeString(folder.resolve("devices.yaml"), "chronus: 1\ndevices: {Grand: {pedal: up, channel: 17}}\n");
        Said said = chronus("check", file);
        assertEquals(1, said.code());
        assertEquals(2, said.out().lines().filter(line -> line.startsWith(file + ":2:")).count(), said.out());
        Files.writeString(file, "chronus: 1\ndevices: {Grand: {pedal: inverted}}\n");
        assertEquals(0, chronus("check", file).code());
    }
}
