package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.soundfont.SoundFontFormat;
import org.chronus.modules.PatchResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that was opened again after its process has died goes on as it was, but for the notes that sounded. */
class KeptStateTest {
    private static final float RATE = 48_000;
    private static final int FRAMES = HostedPlugin.MOST_FRAMES, SECOND = Math.round(RATE), BASS = 33, TRUMPET = 56, FADER = 7, PAN = 10;
    private static final Path FONT = Path.of("/usr/share/sounds/sf2/TimGM6mb.sf2");

    private final PatchResources patch = new PatchResources();
    private final PatchHelper helper = patch.get(PatchHelper.class, PatchHelper::new);

    @AfterEach void end() {
        patch.close();
    }

    private IsolatedPlugin font() throws PluginException {
        SoundFontFormat format = new SoundFontFormat();
        assumeTrue(format.missing().isEmpty() && Files.exists(FONT), "install libfluidsynth3 and timgm6mb-soundfont");
        PluginInfo info = format.scan(FONT).getFirst();
        return new IsolatedPlugin(info, new PluginSetup(RATE, Optional.empty(), Optional.empty()), patch);
    }

    private static void program(HostedPlugin plugin, int channel, int number) {
        plugin.midi(0, 0xB0 | channel, 0, 0);
        plugin.midi(0, 0xB0 | channel, 32, 0);
        plugin.midi(0, 0xC0 | channel, number, 0);
    }

    private static float[] play(HostedPlugin plugin, int channel, int key) {
        float[] sound = new float[SECOND / FRAMES * FRAMES];
        plugin.noteOn(0, channel, key, 0, 0.8f);
        for (int done = 0; done < sound.length; done += FRAMES) {
            assertTrue(plugin.run(FRAMES));
            MemorySegment.copy(plugin.output(0), JAVA_FLOAT, 0, sound, done, FRAMES);
        }
        plugin.noteOff(0, channel, key, 0.5f);
        for (int block = 0; block < 2 * SECOND / FRAMES; block++) {
            plugin.run(FRAMES);
        }
        return sound;
    }

    private void kill() {
        ProcessHandle.of(helper.process()).orElseThrow().destroyForcibly();
    }

    private void awaitSilence(HostedPlugin plugin) {
        int blocks = 0;
        while (plugin.run(FRAMES)) {
            assertTrue(blocks++ < 100_000, "it plays on");
        }
    }

    private void awaitReturn(HostedPlugin plugin) throws InterruptedException {
        for (int block = 0; !plugin.run(FRAMES); block++) {
            assertTrue(block < 20_000, "it stays silent");
            Thread.sleep(1);
        }
        assertEquals(2, helper.generation());
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * (double) other[i];
        }
        return sum;
    }

    /** 1 for the same, however loud. */
    private static double likeness(float[] one, float[] other) {
        return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    }

    @Test void theChannelsOfASoundFontHaveTheirProgramsAgain() throws Exception {
        try (IsolatedPlugin plugin = font()) {
            float[] piano = play(plugin, 0, 60);
            program(plugin, 0, TRUMPET);
            program(plugin, 1, BASS);
            float[] trumpet = play(plugin, 0, 60), bass = play(plugin, 1, 36);
            kill();
            awaitSilence(plugin);
            awaitReturn(plugin);
            assertTrue(likeness(trumpet, play(plugin, 0, 60)) > 0.99);
            assertTrue(likeness(bass, play(plugin, 1, 36)) > 0.99);
            assertTrue(likeness(trumpet, piano) < 0.5, "it would be heard");
        }
    }

    @Test void faderPanAndBendAreWhereTheyWereAlsoIfTheyMovedWhileItWasGone() throws Exception {
        try (IsolatedPlugin plugin = font()) {
            program(plugin, 0, TRUMPET);
            plugin.midi(0, 0xB0, PAN, 20);
            plugin.midi(0, 0xE0, 0, 96);
            plugin.midi(0, 0xB0, FADER, 30);
            float[] before = play(plugin, 0, 60);
            plugin.midi(0, 0xB0, FADER, 127);
            kill();
            awaitSilence(plugin);
            plugin.midi(0, 0xB0, FADER, 30);
            awaitReturn(plugin);
            float[] after = play(plugin, 0, 60);
            assertTrue(likeness(before, after) > 0.99);
            assertEquals(1, Math.sqrt(product(after, after) / product(before, before)), 0.01);
        }
    }

    @Test void whatWasHeldIsOver() throws Exception {
        try (IsolatedPlugin plugin = font()) {
            plugin.noteOn(0, 0, 60, 0, 1);
            plugin.run(FRAMES);
            kill();
            awaitSilence(plugin);
            awaitReturn(plugin);
            float[] silence = new float[SECOND / FRAMES * FRAMES];
            for (int done = 0; done < silence.length; done += FRAMES) {
                plugin.run(FRAMES);
                MemorySegment.copy(plugin.output(0), JAVA_FLOAT, 0, silence, done, FRAMES);
            }
            assertTrue(Math.sqrt(product(silence, silence) / silence.length) < 1e-5);
        }
    }

    @Test void allThatCanBeSaidOnSixteenChannelsIsSaidAgainInSmallPortionsProgramsFirst(@TempDir Path file) throws Exception {
        ChannelState state = new ChannelState();
        for (int channel = 0; channel < 16; channel++) {
            for (int number = 0; number < 120; number++) {
                state.hear(0xB0 | channel, number, 100);
            }
            state.hear(0xC0 | channel, 5, 0);
            state.hear(0xB0 | channel, 0, 1);
            state.hear(0xD0 | channel, 6, 0);
            state.hear(0xE0 | channel, 7, 8);
        }
        state.begin();
        List<Integer> all = new ArrayList<>();
        EventQueue events = new EventQueue();
        PluginInfo nothing = new PluginInfo("clap", "none", "None", "", file, List.of(), List.of(), true, List.of(), List.of(), "");
        try (Arena arena = Arena.ofConfined()) {
            SharedBlock block = SharedBlock.create(file.resolve("block"), nothing, arena);
            int pieces = 0;
            for (int before = -1; all.size() > before; pieces++) {
                before = all.size();
                state.sayTo(events);
                block.ask(pieces, FRAMES, events.moveTo(block, 0));
                block.giveTo(hearing(all));
                assertTrue(all.size() - before <= 300, all.size() - before + " at once");
            }
            assertTrue(pieces <= 17, pieces + " pieces");
        }
        assertEquals(16 * (3 + 112 + 2), all.size());
        assertEquals(List.of(0xB0_00_64, 0xB0_20_64, 0xC0_05_00, 0xB1_00_64), all.subList(0, 4), "with the banks that they were chosen with");
        assertEquals(0xEF_07_08, all.getLast());
    }

    private static HostedPlugin hearing(List<Integer> all) {
        return (HostedPlugin) Proxy.newProxyInstance(HostedPlugin.class.getClassLoader(), new Class<?>[] {HostedPlugin.class}, (_, _, message) -> {
            all.add((int) message[1] << 16 | (int) message[2] << 8 | (int) message[3]);
            return null;
        });
    }
}
