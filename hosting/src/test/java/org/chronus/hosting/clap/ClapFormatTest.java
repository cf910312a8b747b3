package org.chronus.hosting.clap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormats;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where CLAP plugins are found, what is known of them, and what is said of those that cannot be had. */
class ClapFormatTest {
    private static String refusal(PluginInfo plugin, PluginSetup setup) {
        return assertThrows(PluginException.class, () -> PluginThread.call(() -> new ClapFormat().open(plugin, setup))).getMessage();
    }

    @Test void itIsKnownByItsScheme() {
        assertEquals("clap", PluginFormats.find("clap").orElseThrow().scheme());
    }

    @Test void filesAreFoundInFoldersBelowToo(@TempDir Path folder) throws Exception {
        Path deep = Files.createFile(Files.createDirectories(folder.resolve("maker/bundle.clap")).resolve("deep.clap"));
        Path flat = Files.createFile(folder.resolve("flat.clap"));
        Files.createFile(folder.resolve("readme.txt"));
        Files.createSymbolicLink(folder.resolve("maker/circle"), folder);
        assertEquals(List.of(flat, deep), new ClapFormat(List.of(folder, folder.resolve("absent"))).bundles());
    }

    @Test void aScanKnowsPortsAndParameters() throws Exception {
        PluginInfo sine = TestPlugins.own("sine"), effect = TestPlugins.own("effect");
        assertEquals(List.of("clap:org.chronus.tests.sine", "Test Sine", "Chronus"), List.of(sine.type(), sine.name(), sine.maker()));
        assertTrue(sine.isInstrument());
        assertFalse(effect.isInstrument());
        assertFalse(effect.notes());
        assertEquals(List.of("audio_in_left", "audio_in_right"), effect.audioInputs());
        assertEquals(List.of("audio_out_left", "audio_out_right"), sine.audioOutputs());
        assertEquals(List.of("gain", "latency", "misbehave"), sine.parameters().stream().map(PluginParameter::symbol).toList());
        PluginParameter gain = sine.parameters().get(0), misbehave = sine.parameters().get(2);
        assertEquals(List.of(0f, 1f, 0.5f), List.of(gain.minimum(), gain.maximum(), gain.normally()));
        assertFalse(gain.stepped());
        assertTrue(misbehave.stepped());
        assertEquals(13, misbehave.points().size());
        assertEquals(5f, misbehave.points().get("NaN"));
        assertTrue(sine.parameters().get(1).points().isEmpty(), "numbers with a unit are no names");
    }

    @Test void onePluginThatIsBrokenIsRefusedAndTheOthersAreNot() throws Exception {
        List<PluginInfo> all = TestPlugins.scan(TestPlugins.library());
        assertEquals(6, all.size());
        assertEquals("org.chronus.tests.broken cannot be initialised: look for files that it misses (it says: a part of it is missing)",
                all.get(3).refusal());
        assertEquals("", all.get(0).refusal());
    }

    @Test void whatCannotBeHadIsSaidInALine(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text.clap"), "no library");
        assertTrue(assertThrows(PluginException.class, () -> TestPlugins.scan(text)).getMessage().contains("is no library"));
        PluginInfo sine = TestPlugins.own("sine");
        PluginSetup plain = new PluginSetup(48_000, Optional.empty(), Optional.empty());
        PluginInfo other = new PluginInfo("clap", "org.chronus.tests.none", "", "", sine.bundle(), List.of(), List.of(), true, List.of(),
                List.of(), "");
        assertTrue(refusal(other, plain).endsWith("has no plugin org.chronus.tests.none: scan the plugins again"));
        PluginInfo changed = new PluginInfo("clap", sine.id(), "", "", sine.bundle(), List.of("in"), sine.audioOutputs(), true,
                sine.parameters(), List.of(), "");
        assertTrue(refusal(changed, plain).contains("has other ports than when it was scanned"));
        assertTrue(refusal(sine, new PluginSetup(48_000, Optional.of("Pad"), Optional.empty())).contains("has no preset Pad"));
        assertTrue(refusal(sine, new PluginSetup(400_000, Optional.empty(), Optional.empty())).contains("does not run at 400000.0 Hz"));
        assertTrue(refusal(sine, new PluginSetup(48_000, Optional.empty(), Optional.of(text))).contains("is no state of clap:"));
        assertTrue(refusal(sine, new PluginSetup(48_000, Optional.empty(), Optional.of(folder.resolve("none")))).contains("cannot be read"));
    }

    @Test void symbolsAreWordsAndEachIsThereOnce() {
        Symbols symbols = new Symbols("parameter");
        assertEquals("dry_wet", symbols.of("Dry/Wet (%)"));
        assertEquals("dry_wet_2", symbols.of("dry wet"));
        assertEquals("_2x", symbols.of("2x"));
        assertEquals("parameter", symbols.of("***"));
        assertEquals("parameter_2", symbols.of(""));
    }
}
