package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.chronus.hosting.clap.ClapRig.GAIN;
import static org.chronus.hosting.clap.ClapRig.LATENCY;
import static org.chronus.hosting.clap.ClapRig.MISBEHAVE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a CLAP plugin: state, reset, calls on its main thread, what it costs, and what happens when it misbehaves. */
class ClapLifeTest {
    private static float point(PluginInfo plugin, String name) {
        return plugin.parameters().get(MISBEHAVE).points().get(name);
    }

    @Test void whatOneInstanceHasSavedAnotherLoads(@TempDir Path folder) throws Exception {
        PluginInfo sine = TestPlugins.own("sine");
        Path file = folder.resolve("sine.state");
        try (ClapRig one = new ClapRig(sine)) {
            one.plugin.setParameter(0, GAIN, 0.125f);
            one.run(64);
            Files.writeString(file, one.state());
        }
        try (ClapRig other = new ClapRig(sine, Optional.of(file))) {
            assertEquals(0.125f, other.plugin.parameter(GAIN));
            other.plugin.noteOn(0, 0, 69, 0, 1);
            assertEquals(0.125f, other.run(64)[0]);
            other.plugin.setParameter(0, GAIN, 1);
            other.run(64);
            other.reset();
            assertEquals(0.125f, other.plugin.parameter(GAIN));
            assertArrayEquals(new float[64], other.run(64));
            other.plugin.noteOn(0, 0, 69, 0, 1);
            assertEquals(0.125f, other.run(64)[0]);
            assertEquals(0, other.count("mistakes"));
        }
    }

    @Test void itIsToldBeforeItIsActivatedWhetherTimeIsReal() throws Exception {
        PluginInfo sine = TestPlugins.own("sine");
        PluginSetup offline = new PluginSetup(ClapRig.RATE, Optional.empty(), Optional.empty(), true);
        try (ClapRig live = new ClapRig(sine); ClapRig file = new ClapRig(sine, offline)) {
            assertEquals(List.of(1, 0, 2, 0), List.of(live.count("render"), live.count("mistakes"), file.count("render"), file.count("mistakes")));
            file.reset();
            assertEquals(List.of(2, 0), List.of(file.count("render"), file.count("mistakes")));
        }
    }

    @Test void whatPlaysInRealTimeOnlyIsNotRendered() throws Exception {
        PluginInfo live = TestPlugins.own("live");
        PluginSetup offline = new PluginSetup(ClapRig.RATE, Optional.empty(), Optional.empty(), true);
        assertEquals("clap:org.chronus.tests.live plays in real time only, and not into a file: record it with play --record",
                assertThrows(PluginException.class, () -> new ClapRig(live, offline)).getMessage());
        try (ClapRig rig = new ClapRig(live)) {
            assertEquals(1, rig.count("render"));
        }
    }

    @Test void aResetPutsParametersBackThatTheStateDoesNotHold() throws Exception {
        PluginInfo sine = TestPlugins.own("sine");
        try (ClapRig rig = new ClapRig(sine)) {
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Silent"));
            rig.plugin.noteOn(0, 0, 69, 0, 1);
            rig.run(64);
            rig.reset();
            assertEquals(0, rig.plugin.parameter(MISBEHAVE));
            rig.plugin.noteOn(0, 0, 69, 0, 1);
            assertEquals(0.5f, rig.run(64)[0]);
        }
    }

    @Test void aLatencyIsKnownFromTheNextActivationOn(@TempDir Path folder) throws Exception {
        PluginInfo effect = TestPlugins.own("effect");
        Path file = Files.writeString(folder.resolve("effect.state"), "chronus-tests gain=1 latency=100");
        try (ClapRig rig = new ClapRig(effect, Optional.of(file))) {
            assertEquals(100, rig.plugin.latency());
            assertEquals(100 / 48_000.0, rig.plugin.tail());
            rig.plugin.input(0).setAtIndex(JAVA_FLOAT, 0, 1);
            rig.run(64);
            rig.plugin.input(0).fill((byte) 0);
            assertEquals(1, rig.run(64)[36]);
            rig.plugin.setParameter(0, LATENCY, 10);
            rig.run(64);
            assertEquals(100, rig.plugin.latency());
            rig.reset();
            assertEquals(100, rig.plugin.latency(), "its state holds it");
            assertEquals(2, rig.count("activations"));
        }
    }

    @Test void whatItAsksTheMainThreadForComesSoon() throws Exception {
        PluginInfo sine = TestPlugins.own("sine");
        try (ClapRig rig = new ClapRig(sine)) {
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Callback"));
            rig.run(64);
            long limit = System.nanoTime() + 5_000_000_000L;
            while ((rig.count("callbacks") == 0 || rig.count("timers") == 0) && System.nanoTime() < limit) {
                Thread.sleep(5);
            }
            assertTrue(rig.count("callbacks") > 0 && rig.count("timers") > 0);
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Restart"));
            rig.run(64);
            rig.reset();
            assertEquals(2, rig.count("activations"));
            assertEquals(0, rig.count("mistakes"));
        }
    }

    @Test void aRunAllocatesNothing() throws Exception {
        PluginInfo kind = TestPlugins.own("sine");
        try (ClapRig sine = new ClapRig(kind); ClapRig midi = new ClapRig(TestPlugins.own("midi")); ClapRig mpe = new ClapRig(TestPlugins.own("mpe"));
             ClapRig asking = new ClapRig(kind)) {
            asking.plugin.setParameter(0, MISBEHAVE, point(kind, "Callback"));
            assertEquals(0, Allocations.least(6, () -> {
                for (int i = 0; i < 5_000; i++) {
                    playABlock(sine.plugin, i);
                    playABlock(midi.plugin, i);
                    playABlock(mpe.plugin, i);
                    playABlock(asking.plugin, i);
                }
            }));
        }
    }

    private static final HostedPlugin.Expression[] EXPRESSIONS = HostedPlugin.Expression.values();

    private static void playABlock(ClapPlugin plugin, int number) {
        int key = 40 + number % 48;
        plugin.setParameter(3, GAIN, number % 100 / 100f);
        plugin.noteOn(5, number & 15, key, 0.25f, 0.5f);
        plugin.midi(6, 0xA0, key, 64);
        plugin.midi(6, 0xB0, 7, number & 127);
        plugin.midi(6, 0xE0 | number & 15, 0, number & 127);
        plugin.noteExpression(7, number & 15, key, EXPRESSIONS[number % 3], number % 10 / 10f);
        plugin.setParameter(4, GAIN, 0.5f);
        plugin.noteOff(50, number & 15, key, 0);
        plugin.run(64);
    }

    @Test void whatIsNoNumberIsPassedOn() throws Exception {
        PluginInfo effect = TestPlugins.own("effect");
        try (ClapRig rig = new ClapRig(effect)) {
            rig.plugin.setParameter(0, MISBEHAVE, point(effect, "NaN"));
            assertTrue(Float.isNaN(rig.run(64)[0]));
            rig.plugin.setParameter(0, MISBEHAVE, point(effect, "Well"));
            assertEquals(0, rig.play(128)[127]);
        }
    }

    @Test void aPluginThatFailsOrLeavesItsOutputsAloneIsSilent() throws Exception {
        PluginInfo sine = TestPlugins.own("sine");
        try (ClapRig rig = new ClapRig(sine)) {
            rig.plugin.noteOn(0, 0, 69, 0, 1);
            rig.run(64);
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Silent"));
            assertArrayEquals(new float[64], rig.run(64));
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Error"));
            assertFalse(rig.plugin.run(64));
            assertEquals(-1, rig.plugin.output(0).mismatch(MemorySegment.ofArray(new float[64])));
            rig.plugin.setParameter(0, MISBEHAVE, point(sine, "Well"));
            rig.run(64);
            assertTrue(rig.run(64)[10] != 0);
        }
    }

    @Test void denormalsAreNumbersAgainAfterAPluginThatFlushesThem() throws Exception {
        PluginInfo effect = TestPlugins.own("effect");
        try (ClapRig rig = new ClapRig(effect)) {
            rig.plugin.setParameter(0, MISBEHAVE, point(effect, "Flush"));
            for (int i = 0; i < 100; i++) {
                rig.run(64);
                assertTrue(half(Float.MIN_NORMAL) > 0);
            }
        }
    }

    private static float half(float value) {
        return value * 0.5f;
    }
}
