package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFailure;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;
import org.chronus.hosting.clap.ClapFormat;
import org.chronus.hosting.clap.TestPlugins;
import org.chronus.modules.PatchResources;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plugin in a process of its own plays as it would here, and what happens to it there costs its own sound only. */
class IsolatedPluginTest {
    private static final float RATE = 48_000;
    private static final int FRAMES = HostedPlugin.MOST_FRAMES, MISBEHAVE = 2;
    private static final PluginSetup SETUP = new PluginSetup(RATE, Optional.empty(), Optional.empty());
    /** As the plugin for tests numbers them. */
    private static final int CRASH = 1, HANG = 2, SLEEP = 3, NOT_A_NUMBER = 5, EXIT = 11;

    private final PatchResources patch = new PatchResources();
    private final PatchHelper helper = patch.get(PatchHelper.class, PatchHelper::new);

    @AfterEach void end() {
        patch.close();
    }

    private IsolatedPlugin open(boolean live) throws PluginException {
        patch.live(live);
        return new IsolatedPlugin(TestPlugins.own("sine"), SETUP, patch);
    }

    private static float[] play(HostedPlugin plugin) {
        assertTrue(plugin.run(FRAMES));
        return plugin.output(0).toArray(JAVA_FLOAT);
    }

    /** A machine that stands still must not fail a test: late is silent here. */
    private boolean run(HostedPlugin plugin, long nanos) {
        try {
            patch.deadline(System.nanoTime() + nanos);
            return plugin.run(FRAMES);
        } catch (PluginFailure late) {
            return false;
        }
    }

    private boolean run(HostedPlugin plugin) {
        return run(plugin, 20_000_000);
    }

    /** Returns once it plays again; how many blocks that took, a millisecond each at least. */
    private int awaitSound(HostedPlugin plugin) throws InterruptedException {
        for (int block = 0; block < 10; block++) {
            run(plugin);
        }
        for (int block = 0; block < 20_000; block++) {
            plugin.noteOn(0, 0, 69, 0, 1);
            if (run(plugin) && Math.abs(plugin.output(0).get(JAVA_FLOAT, 0)) > 1e-6) {
                return block;
            }
            Thread.sleep(1);
        }
        throw new AssertionError("it stays silent");
    }

    @Test void aPieceThatTakesLongIsThereIfThePeriodLeavesItTheTime() throws PluginException {
        try (IsolatedPlugin plugin = open(true)) {
            plugin.setParameter(0, MISBEHAVE, SLEEP);
            assertTrue(playsFive(plugin, 10_000_000_000L));
            assertFalse(playsFive(plugin, 0), "the period is over, and it takes a tenth of a second");
        }
    }

    /** True if five pieces are heard, of periods that end so much later. */
    private boolean playsFive(HostedPlugin plugin, long nanos) {
        boolean all = true;
        for (int piece = 0; piece < 5; piece++) {
            all &= run(plugin, nanos);
        }
        return all;
    }

    @Test void itPlaysTheSameBitsAsInside() throws PluginException {
        PluginInfo info = TestPlugins.own("sine");
        try (HostedPlugin there = open(false); HostedPlugin here = PluginThread.call(() -> new ClapFormat().open(info, SETUP))) {
            for (int block = 0; block < 100; block++) {
                for (HostedPlugin plugin : List.of(here, there)) {
                    plugin.setParameter(block % FRAMES, 0, 0.2f + block % 7 / 10f);
                    plugin.noteOn((7 * block) % FRAMES, block % 16, 40 + block % 40, 0.25f, 0.5f);
                    plugin.noteOff((9 * block) % FRAMES, block % 16, 40 + block % 40, 0.5f);
                    plugin.midi(0, 0xB0, 7, block);
                    plugin.noteExpression(block % 9, block % 16, 40 + block % 40, HostedPlugin.Expression.values()[block % 3], block / 100f);
                }
                assertArrayEquals(play(here), play(there), "block " + block);
            }
        }
    }

    @Test void whatItPrintsDoesNotStopIt() throws PluginException {
        try (IsolatedPlugin plugin = open(false)) {
            for (int block = 0; block < 20; block++) {
                plugin.midi(0, 0xB0, 119, block);
                assertTrue(plugin.run(FRAMES));
            }
            plugin.noteOn(0, 0, 69, 0, 1);
            assertTrue(Math.abs(play(plugin)[0]) > 0.1f);
            plugin.reset();
        }
    }

    @Test void whetherTimeIsRealIsToldThereToo() throws PluginException {
        PluginSetup offline = new PluginSetup(RATE, Optional.empty(), Optional.empty(), true);
        try (HostedPlugin live = open(false); HostedPlugin file = new IsolatedPlugin(TestPlugins.own("sine"), offline, patch)) {
            live.noteOn(0, 0, 69, 0, 1);
            file.noteOn(0, 0, 69, 0, 1);
            assertEquals(play(live)[0], 2 * play(file)[0], "a plugin for tests is half as loud when it plays into a file");
        }
    }

    @Test void nothingIsAllocatedOnTheThreadThatPlays() throws PluginException {
        try (HostedPlugin plugin = open(false)) {
            assertEquals(0, Allocations.least(20, () -> {
                for (int block = 0; block < 500; block++) {
                    plugin.noteOn(3, 0, 60, 0, 0.5f);
                    plugin.noteOff(40, 0, 60, 0.5f);
                    plugin.setParameter(5, 0, 0.5f);
                    plugin.midi(7, 0xB0, 10, block & 127);
                    plugin.noteExpression(8, 0, 60, HostedPlugin.Expression.BEND, block);
                    plugin.run(FRAMES);
                }
            }));
        }
    }

    @Test void aCrashFadesAndItComesBack() throws Exception {
        try (IsolatedPlugin plugin = open(true)) {
            awaitSound(plugin);
            plugin.setParameter(0, 0, 0.5f);
            plugin.setParameter(0, MISBEHAVE, CRASH);
            float last = plugin.output(0).get(JAVA_FLOAT, 4L * (FRAMES - 1));
            run(plugin);
            float[] fade = plugin.output(0).toArray(JAVA_FLOAT);
            assertTrue(Math.abs(fade[0] - last) <= Math.abs(last) / 100 + 1e-6, "no step: " + last + " to " + fade[0]);
            assertTrue(Math.abs(fade[FRAMES - 1]) <= Math.abs(last), "it goes down");
            // What it was told last is what it is told again, so it is told otherwise.
            plugin.setParameter(0, MISBEHAVE, 0);
            awaitSound(plugin);
            assertEquals(0.5f, plugin.parameter(0), "it has the parameters that it had");
            assertEquals(2, helper.generation(), "in another process");
            assertTrue(new PluginStrikes(System.getenv()).of(plugin.info().type()).isPresent(), "it is remembered");
        }
    }

    @Test void oneThatHangsIsEndedAndComesBack() throws Exception {
        try (IsolatedPlugin plugin = open(true)) {
            awaitSound(plugin);
            plugin.setParameter(0, MISBEHAVE, HANG);
            run(plugin);
            plugin.setParameter(0, MISBEHAVE, 0);
            awaitSound(plugin);
            assertEquals(2, helper.generation());
        }
    }

    @Test void whatIsNotANumberIsNotHeardAndEndsNoProcess() throws Exception {
        try (IsolatedPlugin plugin = open(true)) {
            awaitSound(plugin);
            plugin.setParameter(0, MISBEHAVE, NOT_A_NUMBER);
            for (int block = 0; block < 20; block++) {
                run(plugin);
                for (float sample : plugin.output(0).toArray(JAVA_FLOAT)) {
                    assertTrue(Float.isFinite(sample));
                }
            }
            plugin.setParameter(0, MISBEHAVE, 0);
            awaitSound(plugin);
            assertEquals(1, helper.generation());
        }
    }

    @Test void oneThatEndsItsProcessComesBack() throws Exception {
        try (IsolatedPlugin plugin = open(true)) {
            awaitSound(plugin);
            plugin.setParameter(0, MISBEHAVE, EXIT);
            run(plugin);
            plugin.setParameter(0, MISBEHAVE, 0);
            awaitSound(plugin);
        }
    }

    @Test void whatIsOpenedAndClosedLeavesNothingBehind() throws Exception {
        try (IsolatedPlugin first = open(false)) {
            play(first);
            long maps = maps();
            for (int i = 0; i < 50; i++) {
                try (IsolatedPlugin plugin = open(false)) {
                    play(plugin);
                }
            }
            assertTrue(maps() <= maps + 2, maps() + " shared blocks are mapped, " + maps + " before");
        }
        try (Stream<Path> left = Files.list(Path.of("/dev/shm"))) {
            String ours = "chronus-" + ProcessHandle.current().pid() + "-";
            assertEquals(0, left.filter(file -> file.getFileName().toString().startsWith(ours)).count());
        }
    }

    private static long maps() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains("/dev/shm/chronus-")).count();
        }
    }

    @Test void theProcessEndsWithThePatch() throws Exception {
        try (IsolatedPlugin plugin = open(false)) {
            play(plugin);
        }
        long pid = helper.process();
        helper.close();
        for (int i = 0; i < 200 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false); i++) {
            Thread.sleep(10);
        }
        assertTrue(ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }

    @Test void whatCannotBeOpenedSaysWhy() {
        PluginInfo info = new PluginInfo("clap", "org.chronus.tests.none", "None", "", Path.of("/nowhere.clap"), List.of(), List.of("out"), true,
                List.of(), List.of(), "");
        PluginException refused = assertThrows(PluginException.class, () -> new IsolatedPlugin(info, SETUP, patch));
        assertTrue(refused.getMessage().contains("/nowhere.clap"), refused.getMessage());
    }
}
