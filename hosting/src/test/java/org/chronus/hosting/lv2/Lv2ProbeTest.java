package org.chronus.hosting.lv2;

import static org.chronus.hosting.lv2.Lv2Rig.BLOCK;
import static org.chronus.hosting.lv2.Lv2Rig.RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;
import org.chronus.modules.Unit;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin is given, told by one of our own that plays it as figures. */
class Lv2ProbeTest {
    private static final int FRAME = 0, SIZE = 1, STATUS = 2, FIRST = 3, SECOND = 4, COUNT = 5, ROOM = 6, CHUNK = 7, CV = 8, UNKNOWN = 9, MOST = 10,
            HERTZ = 11, CUTOFF = 12, ANSWERS = 13, SUM = 14, RUNS = 15, OFFLINE = 16, TEXT = 17;

    @TempDir private static Path folder;
    private static Path bundle;

    private PluginInfo info;
    private HostedPlugin plugin;

    @BeforeAll static void build() throws IOException, InterruptedException {
        bundle = Lv2Rig.probe(folder);
    }

    @BeforeEach void open() throws PluginException {
        info = Lv2Rig.find(bundle, "urn:chronus:probe");
        plugin = Lv2Rig.open(info);
    }

    @AfterEach void close() throws PluginException {
        Lv2Rig.close(plugin);
    }

    private float[] figures() {
        return Lv2Rig.play(plugin, 0, 1);
    }

    @Test void itsParametersHaveTheirRangesUnitsAndNames() {
        assertEquals(List.of(
                new PluginParameter("cutoff", "Cutoff", 20, 8_000, 20, Unit.HERTZ, true, false, Map.of()),
                new PluginParameter("task", "Task", 0, 2, 0, Unit.NONE, false, true, Map.of("Nothing", 0f, "Work", 1f, "Much", 2f)),
                new PluginParameter("share", "Share", 0, 22_050, 11_025, Unit.NONE, false, false, Map.of()),
                new PluginParameter("on", "On", 0, 1, 1, Unit.NONE, false, true, Map.of())), info.parameters());
    }

    @Test void whatNeedsWhatIsNotOfferedIsRefusedByName() throws PluginException {
        PluginInfo needy = Lv2Rig.find(bundle, "urn:chronus:needy"), odd = Lv2Rig.find(bundle, "urn:chronus:odd");
        assertEquals("it needs the feature urn:chronus:nothing, which is not offered here", needy.refusal());
        assertEquals("its port unknown is of a kind that is not known here", odd.refusal());
        assertTrue(assertThrows(PluginException.class, () -> Lv2Rig.open(needy)).getMessage().contains("urn:chronus:nothing"));
    }

    @Test void whatCannotBeInstantiatedIsToldInItsOwnWords() throws PluginException {
        PluginInfo mute = Lv2Rig.find(bundle, "urn:chronus:mute");
        assertEquals("Mute (lv2:urn:chronus:mute) cannot be instantiated; it says: no sound at 48000 Hz",
                assertThrows(PluginException.class, () -> Lv2Rig.open(mute)).getMessage());
    }

    @Test void whatCannotBeLoadedIsToldWithTheReason(@TempDir Path other) throws IOException, PluginException {
        Path broken = Files.createDirectory(other.resolve("broken.lv2"));
        Files.writeString(broken.resolve("broken.so"), "this is no library");
        Files.writeString(broken.resolve("manifest.ttl"), """
                @prefix lv2: <http://lv2plug.in/ns/lv2core#> .
                <urn:chronus:broken> a lv2:Plugin ; lv2:binary <broken.so> ; <http://usefulinc.com/ns/doap#name> "Broken" ;
                    lv2:port [ a lv2:OutputPort , lv2:AudioPort ; lv2:index 0 ; lv2:symbol "out" ; lv2:name "Out" ] .
                """);
        String message = assertThrows(PluginException.class, () -> Lv2Rig.open(Lv2Rig.find(broken, "urn:chronus:broken"))).getMessage();
        assertTrue(message.startsWith("Broken (lv2:urn:chronus:broken) cannot be loaded, its package is at fault: "), message);
        assertTrue(message.contains("broken.so"), message);
    }

    @Test void whatIsNotThereAnyMoreIsSaidToBeGone() {
        PluginInfo gone = new PluginInfo("lv2", "urn:chronus:gone", "Gone", "", folder.resolve("gone.lv2"), List.of(), List.of("out"), true,
                List.of(), List.of(), "");
        assertEquals("lv2:urn:chronus:gone is not installed any more: it was in " + gone.bundle(),
                assertThrows(PluginException.class, () -> Lv2Rig.open(gone)).getMessage());
        PluginInfo other = new PluginInfo("lv2", info.id(), "Probe", "", bundle, List.of(), List.of("out"), true, List.of(), List.of(), "");
        assertTrue(assertThrows(PluginException.class, () -> Lv2Rig.open(other)).getMessage().contains("scan again"));
    }

    @Test void optionsAndPortsAreAsTheyAreMeant() {
        float[] figures = figures();
        assertEquals(BLOCK, figures[MOST]);
        assertEquals(RATE, figures[HERTZ]);
        assertEquals(0, figures[CV]);
        assertEquals(0, figures[UNKNOWN]);
        assertEquals(0, figures[OFFLINE]);
        assertEquals(20, figures[CUTOFF]);
        assertEquals(20_000 - 8, figures[ROOM]);
        assertEquals(1, figures[CHUNK]);
        assertEquals(7, plugin.latency());
    }

    @Test void thePortForThatSaysWhenTimeIsNotReal() throws PluginException {
        PluginSetup setup = new PluginSetup(RATE, Optional.empty(), Optional.empty(), true);
        HostedPlugin offline = PluginThread.call(() -> Lv2Rig.FORMAT.open(info, setup));
        assertEquals(1, Lv2Rig.play(offline, 0, 1)[OFFLINE]);
        Lv2Rig.reset(offline);
        assertEquals(1, Lv2Rig.play(offline, 0, 1)[OFFLINE]);
        Lv2Rig.close(offline);
    }

    @Test void keysAndControllersAreMidiAtTheirFramesAndInTheirOrder() {
        plugin.midi(3, 0xC5, 17, 0);
        float[] figures = figures();
        assertEquals(List.of(3f, 2f, 0xC5 * 1f, 17f), List.of(figures[FRAME], figures[SIZE], figures[STATUS], figures[FIRST]));
        plugin.noteOn(0, 2, 60, 0, 1);
        plugin.noteOff(31, 2, 60, 0.5f);
        plugin.noteOn(63, 2, 61, 0.3f, 0.0001f);
        figures = figures();
        assertEquals(3, figures[COUNT]);
        assertEquals(List.of(63f, 3f, 0x92 * 1f, 61f, 1f),
                List.of(figures[FRAME], figures[SIZE], figures[STATUS], figures[FIRST], figures[SECOND]));
        assertEquals(0, figures()[COUNT]);
    }

    @Test void moreEventsThanThereIsRoomForAreLost() {
        for (int i = 0; i < 2_000; i++) {
            plugin.noteOn(5, 0, 60, 0, 1);
        }
        float count = figures()[COUNT];
        assertTrue(count > 300 && count < 2_000, "there were " + count);
        assertEquals(0, figures()[COUNT]);
    }

    @Test void workIsDoneElsewhereAndAnsweredInOrder() throws InterruptedException {
        int task = Lv2Rig.parameter(info, "task");
        float[] figures = figures();
        float runs = figures[RUNS];
        for (int i = 0; i < 500; i++) {
            plugin.setParameter(0, task, 1 + i % 2);
            plugin.run(BLOCK);
            if (i % 20 == 19) {
                Thread.sleep(2);
            }
        }
        plugin.setParameter(0, task, 0);
        for (int i = 0; i < 2_000 && figures[ANSWERS] < 500; i++) {
            figures = figures();
            Thread.sleep(1);
        }
        assertEquals(500, figures[ANSWERS]);
        assertEquals(2 * 500 * 501 / 2, figures[SUM]);
        assertTrue(figures[RUNS] >= runs + 500);
    }

    @Test void workAllocatesNothingWhereItIsAskedFor() throws InterruptedException {
        int task = Lv2Rig.parameter(info, "task");
        plugin.setParameter(0, task, 1);
        assertEquals(0, Allocations.least(4, () -> {
            for (int i = 0; i < 5_000; i++) {
                plugin.run(BLOCK);
            }
        }));
    }

    @Test void aStateHasWhatThePluginKeepsBesideItsParameters() throws PluginException {
        Path file = folder.resolve("state.ttl");
        assertEquals(0, figures()[TEXT]);
        plugin.setParameter(0, 0, 1_234.5f);
        ((Lv2Plugin) plugin).save(file);
        HostedPlugin again = Lv2Rig.open(info, Optional.empty(), Optional.of(file));
        float[] figures = Lv2Rig.play(again, 0, 1);
        assertEquals(1, figures[TEXT]);
        assertEquals(1_234.5f, figures[CUTOFF]);
        Lv2Rig.close(again);
    }

    @Test void aPluginThatFlushesToZeroLeavesTheThreadAsItWas() throws PluginException {
        assertFalse(PluginThread.call(SurveyChild::flushesToZero));
        Lv2Rig.reset(plugin);
        assertFalse(PluginThread.call(SurveyChild::flushesToZero));
    }
}
