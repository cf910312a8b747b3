package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.chronus.hosting.lv2.Lv2Rig.BLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.modules.testkit.Allocations;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** LV2 effects and what an instance costs, on those of lv2-examples and others. */
class Lv2EffectTest {
    private static final String AMPLIFIER = "http://lv2plug.in/plugins/eg-amp";

    private static PluginInfo amplifier() throws PluginException {
        return Lv2Rig.installed("eg-amp.lv2", AMPLIFIER, "lv2-examples");
    }

    private static void feed(HostedPlugin plugin, float value) {
        for (int i = 0; i < BLOCK; i++) {
            plugin.input(0).setAtIndex(JAVA_FLOAT, i, value);
        }
    }

    @Test void anAmplifierHasItsGainFromTheNextPieceOn() throws PluginException {
        PluginInfo info = amplifier();
        assertFalse(info.isInstrument());
        assertEquals(-90, info.parameters().getFirst().minimum());
        assertEquals(0f, info.parameters().getFirst().points().get("0"));
        HostedPlugin plugin = Lv2Rig.open(info);
        feed(plugin, 0.25f);
        for (float decibels : new float[] {0, 6, -20, 24}) {
            plugin.setParameter(17, 0, decibels);
            assertTrue(plugin.run(BLOCK));
            assertEquals(0.25 * Waves.factor(decibels), plugin.output(0).getAtIndex(JAVA_FLOAT, 63), 1e-5);
        }
        plugin.setParameter(0, 0, Float.NaN);
        plugin.setParameter(0, 0, 400);
        assertEquals(24, plugin.parameter(0));
        assertEquals(0, plugin.latency());
        assertEquals(2, plugin.tail());
        Lv2Rig.close(plugin);
    }

    @Test void twoInstancesKnowNothingOfEachOther() throws PluginException {
        HostedPlugin one = Lv2Rig.open(amplifier()), other = Lv2Rig.open(amplifier());
        feed(one, 0.5f);
        feed(other, -0.125f);
        one.setParameter(0, 0, -20);
        one.run(BLOCK);
        other.run(BLOCK);
        assertEquals(0.05f, one.output(0).getAtIndex(JAVA_FLOAT, 0), 1e-6);
        assertEquals(-0.125f, other.output(0).getAtIndex(JAVA_FLOAT, 0), 1e-6);
        Lv2Rig.close(one);
        assertTrue(other.run(BLOCK));
        assertEquals(-0.125f, other.output(0).getAtIndex(JAVA_FLOAT, 0), 1e-6);
        Lv2Rig.close(other);
    }

    @Test void anEffectSaysHowLateItIs() throws PluginException {
        PluginInfo info = Lv2Rig.installed("fast_lookahead_limiter-swh.lv2", "http://plugin.org.uk/swh-plugins/fastLookaheadLimiter", "swh-lv2");
        HostedPlugin plugin = Lv2Rig.open(info);
        int late = plugin.latency();
        assertTrue(late > 0);
        plugin.input(0).setAtIndex(JAVA_FLOAT, 0, 0.25f);
        plugin.run(BLOCK);
        feed(plugin, 0);
        float[] wave = Lv2Rig.play(plugin, 0, 20);
        assertEquals(late - BLOCK, Waves.firstAtLeast(wave, 0.1), 1);
        Lv2Rig.close(plugin);
    }

    @Test void aReverberationRingsOnAndIsSilentAfterAReset() throws PluginException {
        PluginInfo info = Lv2Rig.installed("DragonflyRoomReverb.lv2", "urn:dragonfly:room", "dragonfly-reverb-lv2");
        HostedPlugin plugin = Lv2Rig.open(info);
        plugin.input(0).setAtIndex(JAVA_FLOAT, 0, 1);
        plugin.run(BLOCK);
        plugin.input(0).setAtIndex(JAVA_FLOAT, 0, 0);
        assertTrue(Waves.peak(Lv2Rig.play(plugin, 1, 300)) > 1e-3);
        Lv2Rig.reset(plugin);
        assertEquals(0, Waves.peak(Lv2Rig.play(plugin, 1, 300)), 1e-9);
        assertEquals(10, plugin.tail());
        Lv2Rig.close(plugin);
    }

    @Test void playingAllocatesNothing() throws PluginException {
        HostedPlugin amplifier = Lv2Rig.open(amplifier());
        HostedPlugin piano = Lv2Rig.open(Lv2Rig.installed("mda.lv2", "http://drobilla.net/plugins/mda/EPiano", "mda-lv2"));
        assertEquals(0, Allocations.least(6, () -> play(amplifier, piano, 5_000)));
        Lv2Rig.close(amplifier);
        Lv2Rig.close(piano);
    }

    private static void play(HostedPlugin amplifier, HostedPlugin piano, int runs) {
        for (int i = 0; i < runs; i++) {
            if (i % 100 == 0) {
                piano.noteOn(11, 0, 60 + i / 100 % 12, 0, 0.5f);
            } else if (i % 100 == 50) {
                piano.noteOff(63, 0, 60 + i / 100 % 12, 0.5f);
                piano.midi(63, 0xB0, 1, i & 127);
            }
            piano.setParameter(0, 0, i % 10 * 0.1f);
            amplifier.setParameter(0, 0, i % 10);
            piano.run(1 + i % BLOCK);
            amplifier.run(BLOCK);
        }
    }

    @Test void openingAndClosingGivesTheMemoryBack() throws Exception {
        PluginInfo info = amplifier();
        openAndClose(info, 300);
        long before = resident();
        openAndClose(info, 1_000);
        long grown = resident() - before;
        assertTrue(grown < 8_000, "the process has grown by " + grown + " kB");
    }

    private static void openAndClose(PluginInfo info, int times) throws PluginException {
        for (int i = 0; i < times; i++) {
            HostedPlugin plugin = Lv2Rig.open(info);
            plugin.run(BLOCK);
            Lv2Rig.close(plugin);
        }
    }

    /** In kB, without the heap's own growth: that is collected and stays as it is. */
    private static long resident() throws Exception {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / 1_024;
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() - heap;
    }
}
