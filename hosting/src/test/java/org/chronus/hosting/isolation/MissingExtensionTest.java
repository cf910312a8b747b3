package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;
import org.chronus.hosting.clap.BareClapFormat;
import org.chronus.hosting.clap.ClapFormat;
import org.chronus.hosting.clap.TestPlugins;
import org.chronus.modules.PatchResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ZaMaximX2 takes it for granted that its host knows clap.latency, and crashes in a host that does not. Nobody else does. */
class MissingExtensionTest {
    private static final Path BUNDLE = Path.of("/usr/lib/clap/ZaMaximX2.clap");
    private static final PluginSetup SETUP = new PluginSetup(48_000, Optional.empty(), Optional.empty());
    private static final int FRAMES = HostedPlugin.MOST_FRAMES;

    private final PatchResources patch = new PatchResources();
    private final PatchHelper helper = patch.get(PatchHelper.class, PatchHelper::new);

    @AfterEach void end() {
        patch.close();
    }

    private static PluginInfo limiter() throws PluginException {
        assumeTrue(Files.exists(BUNDLE), "no " + BUNDLE + ": install zam-plugins to run this test");
        return PluginThread.call(() -> new ClapFormat().scan(BUNDLE)).getFirst();
    }

    private static boolean plays(HostedPlugin plugin) {
        boolean heard = false;
        for (int block = 0; block < 1_000; block++) {
            for (int i = 0; i < FRAMES; i++) {
                float wave = (float) (0.3 * Math.sin(2 * Math.PI * 440 * (block * FRAMES + i) / 48_000));
                plugin.input(0).setAtIndex(JAVA_FLOAT, i, wave);
                plugin.input(1).setAtIndex(JAVA_FLOAT, i, wave);
            }
            heard |= plugin.run(FRAMES) && Math.abs(plugin.output(0).get(JAVA_FLOAT, 0)) > 0.01;
        }
        return heard;
    }

    @Test void whereTheExtensionIsItPlays() throws PluginException {
        try (HostedPlugin plugin = new IsolatedPlugin(limiter(), SETUP, patch)) {
            assertTrue(plays(plugin));
            assertEquals(1, helper.generation());
        }
    }

    @Test void whereItIsNotItsOwnProcessDiesWhenItIsActivatedAgainAndNothingElse() throws Exception {
        PluginInfo bare = BareClapFormat.bare(limiter());
        PluginStrikes strikes = new PluginStrikes(System.getenv());
        Optional<String> before = strikes.of(bare.type());
        try (HostedPlugin plugin = new IsolatedPlugin(bare, SETUP, patch)) {
            assertTrue(plays(plugin), "until then it plays");
            PluginException refused = assertThrows(PluginException.class, plugin::reset);
            assertTrue(refused.getMessage().startsWith("its process has ended"), refused.getMessage());
            for (int look = 0; look < 1_000 && strikes.of(bare.type()).equals(before); look++) {
                Thread.sleep(10);
            }
            assertTrue(strikes.of(bare.type()).orElseThrow().endsWith("ended its process"));
            assertFalse(plays(plugin), "silence, for it dies whenever it is opened again");
        }
        try (HostedPlugin sine = new IsolatedPlugin(TestPlugins.own("sine"), SETUP, patch)) {
            sine.noteOn(0, 0, 69, 0, 1);
            assertTrue(sine.run(FRAMES), "whatever is opened next plays");
        }
    }
}
