package org.chronus.hosting.lv2;

import static org.chronus.hosting.lv2.Lv2Rig.BLOCK;
import static org.chronus.hosting.lv2.Lv2Rig.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An LV2 instrument, on the electric piano of mda-lv2. */
class Lv2InstrumentTest {
    private static final String PIANO = "http://drobilla.net/plugins/mda/EPiano";

    private PluginInfo piano;
    private HostedPlugin plugin;

    @BeforeEach void open() throws PluginException {
        piano = Lv2Rig.installed("mda.lv2", PIANO, "mda-lv2");
        plugin = Lv2Rig.open(piano);
    }

    @AfterEach void close() throws PluginException {
        if (plugin != null) {
            Lv2Rig.close(plugin);
        }
    }

    @Test void itsDataMakeItAnInstrumentWithPresets() {
        assertTrue(piano.isInstrument());
        assertEquals("lv2:" + PIANO, piano.type());
        assertEquals("[left_out, right_out]", piano.audioOutputs().toString());
        assertEquals("[Autopan, Bright, Default, Mellow, Tremolo]", piano.presets().toString());
        assertEquals(12, piano.parameters().size());
        assertEquals("", piano.refusal());
        assertEquals(0, plugin.tail());
    }

    @Test void aNoteSoundsAtItsFrameWithinABlockAndNotBefore() throws PluginException {
        plugin.noteOn(0, 0, 69, 0, 0.8f);
        float[] atOnce = Lv2Rig.play(plugin, 0, 100);
        assertTrue(Waves.peak(Waves.part(atOnce, 0, BLOCK)) > 1e-3);
        Lv2Rig.reset(plugin);
        assertEquals(0, Waves.peak(Lv2Rig.play(plugin, 0, 10)));
        plugin.noteOn(37, 0, 69, 0, 0.8f);
        float[] later = Lv2Rig.play(plugin, 0, 100);
        assertEquals(0, Waves.peak(Waves.part(later, 0, 37)));
        assertArrayEquals(Arrays.copyOf(atOnce, 6_000), Arrays.copyOfRange(later, 37, 6_037), 1e-6f);
    }

    @Test void aNoteHasItsPitchOnBothSidesAndEndsWhenItIsReleased() {
        plugin.noteOn(0, 0, 69, 0, 0.8f);
        float[] wave = Lv2Rig.play(plugin, 1, RATE / BLOCK);
        assertTrue(Waves.amplitudeAt(440, wave, RATE) > 0.02);
        assertTrue(Waves.amplitudeAt(440, wave, RATE) > 30 * Waves.amplitudeAt(440 * Math.pow(2, 1 / 12.0), wave, RATE));
        plugin.noteOff(5, 0, 69, 0.5f);
        Lv2Rig.play(plugin, 0, 3 * RATE / BLOCK);
        assertEquals(0, Waves.peak(Lv2Rig.play(plugin, 0, 100)), 1e-5);
    }

    @Test void theHarderKeyIsTheLouderAndTheSoftestIsHeard() throws PluginException {
        double loud = peak(1), soft = peak(0.3f), softest = peak(0.001f);
        assertTrue(loud > 1.5 * soft && soft > softest && softest > 0, loud + " " + soft + " " + softest);
    }

    private double peak(float velocity) throws PluginException {
        Lv2Rig.reset(plugin);
        plugin.noteOn(0, 0, 60, 0, velocity);
        return Waves.peak(Lv2Rig.play(plugin, 0, 200));
    }

    @Test void whereBlocksAreCutChangesNothing() throws PluginException {
        plugin.noteOn(20, 0, 60, 0, 0.8f);
        float[] whole = Arrays.copyOf(Lv2Rig.play(plugin, 0, 20), BLOCK);
        Lv2Rig.reset(plugin);
        plugin.run(20);
        plugin.noteOn(0, 0, 60, 0, 0.8f);
        assertTrue(plugin.run(44));
        for (int i = 0; i < 44; i++) {
            assertEquals(whole[20 + i], plugin.output(0).getAtIndex(java.lang.foreign.ValueLayout.JAVA_FLOAT, i), 1e-6);
        }
    }

    @Test void aResetIsSilentAndPlaysTheSameBitsAgain() throws PluginException {
        plugin.setParameter(0, 0, 0.1f);
        plugin.noteOn(0, 0, 60, 0, 0.8f);
        Lv2Rig.play(plugin, 0, 50);
        Lv2Rig.reset(plugin);
        assertEquals(piano.parameters().get(0).normally(), plugin.parameter(0));
        assertEquals(0, Waves.peak(Lv2Rig.play(plugin, 0, 50)));
        HostedPlugin fresh = Lv2Rig.open(piano);
        Lv2Rig.play(fresh, 0, 50);
        fresh.noteOn(9, 0, 60, 0, 0.8f);
        plugin.noteOn(9, 0, 60, 0, 0.8f);
        assertArrayEquals(Lv2Rig.play(fresh, 0, 100), Lv2Rig.play(plugin, 0, 100));
        Lv2Rig.close(fresh);
    }

    @Test void aPresetChangesTheParametersAndTheSound() throws PluginException {
        HostedPlugin bright = Lv2Rig.preset(piano, "Bright");
        HostedPlugin sameByUri = Lv2Rig.preset(piano, "http://drobilla.net/plugins/mda/presets#EPiano-bright");
        int hardness = Lv2Rig.parameter(piano, "hardness");
        assertTrue(bright.parameter(hardness) > plugin.parameter(hardness));
        assertEquals(bright.parameter(hardness), sameByUri.parameter(hardness));
        for (HostedPlugin each : new HostedPlugin[] {plugin, bright, sameByUri}) {
            each.noteOn(0, 0, 60, 0, 0.8f);
        }
        float[] wave = Lv2Rig.play(bright, 0, 200);
        assertArrayEquals(wave, Lv2Rig.play(sameByUri, 0, 200));
        assertFalse(Arrays.equals(wave, Lv2Rig.play(plugin, 0, 200)));
        bright.setParameter(0, hardness, 0);
        Lv2Rig.reset(bright);
        assertEquals(sameByUri.parameter(hardness), bright.parameter(hardness));
        Lv2Rig.close(bright);
        Lv2Rig.close(sameByUri);
    }

    @Test void anUnknownPresetIsRefusedWithTheNearest() {
        PluginException refused = assertThrows(PluginException.class, () -> Lv2Rig.preset(piano, "brihgt"));
        assertEquals("MDA ePiano has no preset brihgt: did you mean Bright?", refused.getMessage());
        assertTrue(assertThrows(PluginException.class, () -> Lv2Rig.preset(piano, "Grand Piano of the Queen")).getMessage()
                .endsWith("it has 5, such as Autopan"));
    }

    @Test void aStateThatWasSavedIsOpenedAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.ttl");
        plugin.setParameter(0, 0, 0.125f);
        plugin.setParameter(0, 3, 0.875f);
        ((Lv2Plugin) plugin).save(file);
        HostedPlugin again = Lv2Rig.open(piano, Optional.of("Bright"), Optional.of(file));
        assertEquals(0.125f, again.parameter(0));
        assertEquals(0.875f, again.parameter(3));
        Lv2Rig.close(again);
        try (var inside = Files.list(folder)) {
            assertEquals(1, inside.count());
        }
    }

    @Test void aStateOfAnotherPluginOrNoneIsRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.ttl"), rubbish = Files.writeString(folder.resolve("rubbish.ttl"), "what is this?");
        ((Lv2Plugin) plugin).save(file);
        PluginInfo other = Lv2Rig.installed("mda.lv2", "http://drobilla.net/plugins/mda/Piano", "mda-lv2");
        assertTrue(refusal(other, file).endsWith("mine.ttl is a state of " + PIANO + ", not of " + other.id()));
        assertTrue(refusal(piano, rubbish).contains("rubbish.ttl is no state of an LV2 plugin"));
        assertTrue(refusal(piano, folder.resolve("missing.ttl")).contains("missing.ttl cannot be read"));
    }

    private static String refusal(PluginInfo plugin, Path state) {
        return assertThrows(PluginException.class, () -> Lv2Rig.open(plugin, Optional.empty(), Optional.of(state))).getMessage();
    }

    @Test void whatIsClosedDoesNotRun() throws PluginException {
        Lv2Rig.close(plugin);
        Lv2Rig.close(plugin);
        assertFalse(plugin.run(BLOCK));
        assertThrows(PluginException.class, plugin::reset);
    }
}
