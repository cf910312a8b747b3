package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.midi.Gesture;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscTime;
import org.chronus.midi.testing.ByteMutations;
import org.chronus.presets.Binding;
import org.chronus.presets.Knob;
import org.chronus.presets.Preset;
import org.chronus.presets.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path, live: packets over the loopback, an instrument that plays against the clock, and what is heard of it. */
class OscControlTest {
    private static final double MIDDLE_C = 440 * Math.pow(2, -9 / 12.0);
    private static final int TENTH = OscRig.RATE / 10;

    @TempDir
    static Path folder;
    private static OscRig rig;
    private OscClient client;

    @BeforeAll static void play() throws Exception {
        rig = new OscRig(folder.resolve("presets"));
    }

    @AfterAll static void end() throws Exception {
        rig.close();
    }

    @BeforeEach void connect() throws Exception {
        client = rig.client();
        client.ask("/patch/abort");
        // The echoes of another test.
        for (int i = 0; i < 100 && OscRig.rms(rig.hear(TENTH)) > 1e-6; i++) {
            client.ask("/panic");
        }
    }

    @AfterEach void silence() throws Exception {
        client.ask("/panic");
        client.close();
    }

    /** A sine, a level, an envelope. */
    private void draft() throws Exception {
        client.ok("/patch/create", "osc1", "sine");
        client.ok("/patch/create", "level", "vca");
        client.ok("/patch/create", "env1", "adsr");
        client.ok("/patch/create", "amp", "vca");
        client.ok("/mod/level/gain", 1);
        client.ok("/patch/connect", "osc1", "level", 0.25f);
        client.ok("/patch/connect", "level", "amp");
        client.ok("/patch/connect", "amp", "out");
        client.ok("/patch/connect", "env1", "amp.gain");
    }

    private void commit(String name) throws Exception {
        assertEquals(name, client.ok("/patch/commit", name).getFirst());
    }

    @Test void aPatchThatIsMadeWordByWordSounds() throws Exception {
        draft();
        commit("By words");
        assertEquals("By words", rig.instrument.playing().orElseThrow().name());
        client.ok("/gate/env1", 1);
        rig.hear(TENTH);
        assertEquals(0.25 * Math.pow(100 / 127.0, 2), OscRig.tone(rig.hear(TENTH), MIDDLE_C), 0.005);
        client.ok("/gate/env1", 0);
        rig.hear(3 * TENTH);
        assertEquals(0, OscRig.rms(rig.hear(TENTH)), 1e-4);
    }

    @Test void aLoopIsRefusedAndTheDraftIsAsItWas() throws Exception {
        draft();
        assertEquals("a loop without a feedback module: level -> amp -> level: lead one of its cables through a module of type feedback, "
                + "which is 64 frames late", client.refusal("/patch/connect", "amp", "level"));
        commit("No loop");
    }

    @Test void aSweepIsHeardWithoutAStep() throws Exception {
        draft();
        client.ok("/mod/level/gain", 0.2f);
        commit("Sweep");
        client.ok("/note", 60, 127);
        rig.hear(2 * TENTH);
        double before = OscRig.rms(rig.hear(TENTH));
        rig.listen(4 * TENTH);
        for (int i = 0; i <= 100; i++) {
            assertEquals("both", client.ok("/mod/level/gain", 0.2f + 0.008f * i).get(1));
        }
        float[] swept = rig.heard();
        double after = OscRig.rms(rig.hear(TENTH)), steepest = 0;
        for (int i = 1; i < swept.length; i++) {
            steepest = Math.max(steepest, Math.abs(swept[i] - swept[i - 1]));
        }
        assertEquals(5, after / before, 0.05);
        double natural = after * Math.sqrt(2) * 2 * Math.PI * MIDDLE_C / OscRig.RATE;
        assertTrue(steepest < 1.1 * natural, steepest + " where the tone has " + natural);
    }

    @Test void aSavedFileIsGoodAndIsTheSamePatch() throws Exception {
        draft();
        client.ok("/mod/osc1/tune", -0.1f);
        client.ok("/patch/create", "mix/echo", "delay");
        client.ok("/patch/connect", "voices", "echo");
        client.ok("/patch/connect", "echo", "out");
        commit("Unsaved");
        Path file = Path.of((String) client.ok("/patch/save", "Saved sound").getFirst());
        assertEquals(folder.resolve("presets/saved-sound.yaml").toAbsolutePath(), file);
        Reading<Preset> saved = rig.library.load(file.toString());
        assertEquals(List.of(), saved.problems());
        assertEquals("Saved sound", saved.value().name());
        assertEquals(rig.instrument.playing().orElseThrow().plan(), saved.value().plan());
        assertEquals("Saved sound", client.ok("/patch/load", "saved sound").getFirst());
        Files.writeString(file, "# mine\n" + Files.readString(file));
        assertTrue(client.refusal("/patch/save", "Saved sound").contains("is there already"));
        client.ok("/patch/save", "Saved sound", "over");
        assertTrue(client.refusal("/patch/save", "../outside.yaml").contains("presets are saved in"));
    }

    @Test void whatIsNotFinishedIsNeitherCommittedNorSaved() throws Exception {
        String playing = rig.instrument.playing().orElseThrow().name();
        client.ok("/patch/create", "osc1", "saw");
        assertTrue(client.refusal("/patch/commit").startsWith("nothing reaches out"));
        assertTrue(client.refusal("/patch/save", "Half").startsWith("nothing reaches out"));
        assertEquals(playing, rig.instrument.playing().orElseThrow().name());
    }

    @Test void everyRefusalSaysWhatAndHow() throws Exception {
        assertEquals("there is no draft: begin one with /patch/create or /patch/load", client.refusal("/patch/connect", "a", "b"));
        assertEquals("type is missing: send /patch/create id type", client.refusal("/patch/create", "osc1"));
        assertEquals("id is a text: send /patch/create id type", client.refusal("/patch/create", 1, "saw"));
        assertEquals("more arguments than it takes: send /panic alone", client.refusal("/panic", 1));
        assertEquals("there is no module type \"sow\": did you mean saw?", client.refusal("/patch/create", "osc1", "sow"));
        assertEquals("there is no such address: send /schema for those there are", client.refusal("/patch/creat", "osc1", "saw"));
        assertEquals("key is 0 to 127, not 128: send /note key velocity [channel]", client.refusal("/note", 128, 1));
        assertEquals("key is a whole number: send /note key velocity [channel]", client.refusal("/note", 60.5f, 1));
        assertEquals("value is a finite number: send /mod/ID/PORT value", client.refusal("/mod/a/b", Float.NaN));
        assertEquals("this address has no port: send /mod/ID/PORT, or /mod/PART/ID/PORT", client.refusal("/mod/a", 1));
        assertTrue(client.refusal("/mod/nobody/cutoff", 1).startsWith("there is no module nobody: what plays has "));
        assertTrue(client.refusal("/gate/nobody", 1).startsWith("there is no module nobody"));
        assertTrue(client.refusal("/patch/load", "No such sound at all").contains("there is no such preset"));
        assertTrue(client.refusal("/record/start", "take.mp3").startsWith("a recording ends in .wav"));
        assertTrue(client.refusal("/record/stop").startsWith("nothing is being recorded"));
        assertTrue(client.refusal("/program", 127, 99).startsWith("the bank has no program 127 (#128)"));
        assertTrue(client.refusal("/schema/module", "sow").contains("saw"));
    }

    @Test void theSetListIsWalkedThrough() throws Exception {
        client.ok("/program", 1);
        Preset second = rig.instrument.playing().orElseThrow();
        client.ok("/next");
        Preset third = rig.instrument.playing().orElseThrow();
        client.ok("/previous");
        assertEquals(second.name(), rig.instrument.playing().orElseThrow().name());
        assertFalse(second.name().equals(third.name()));
    }

    @Test void aControllerThatIsMovedIsBoundForGoodUntilItIsForgotten() throws Exception {
        client.send("/learn", "level.gain", "pick-up");
        client.ok("/engine/status");
        for (int value = 0; value < 20; value++) {
            rig.instrument.learner().hear("Keystation", new Gesture.Controller(1, 2, 21, value / 127f));
        }
        assertEquals(List.of("/learn", "level.gain", "Keystation", 3, 21), client.await("/ok").arguments());
        List<Binding> learned = List.of(new Binding("Keystation", 2, 21, "level.gain", Knob.ABSOLUTE, true));
        assertEquals(learned, rig.instrument.bindings().all());
        assertEquals(learned, rig.learned.read());
        client.ok("/learn/forget", "level.gain");
        assertEquals(List.of(), rig.learned.read());
        assertEquals(List.of(), rig.instrument.bindings().all());
        assertTrue(client.refusal("/learn/forget", "level.gain").startsWith("nothing is bound to level.gain"));
        assertTrue(client.refusal("/learn", "gain").startsWith("\"gain\" is no parameter"));
        assertTrue(client.refusal("/learn", "level.gain", "endless").startsWith("\"endless\" is no knob"));
    }

    @Test void whatPlaysIsWrittenToByTheNamesThatEverybodyUses() throws Exception {
        client.ok("/program", 9);
        client.ok("/patch/load", "Init");
        commit("Init again");
        client.ok("/patch/abort");
        assertEquals(List.of(1_500f, "live"), client.ok("/mod/filter/freq", 1_500));
        assertEquals(List.of(20_000f, "live"), client.ok("/mod/filter/cutoff", 1e9f));
        assertEquals(List.of(0.5f, "live"), client.ok("/mod/mix/room/mix", 0.5));
        assertTrue(client.refusal("/mod/osc/pitch", 60).startsWith("osc.pitch follows note.pitch"));
        assertTrue(client.refusal("/mod/filter/cutof", 60).contains("did you mean cutoff?"));
        assertTrue(client.refusal("/mod/filter/cutoff", "700 Hz").startsWith("a text is for drafts"));
        assertTrue(client.refusal("/gate/room", 1).startsWith("room is in the mix"));
    }

    @Test void aDraftTakesUnitsAndChoicesAndHertzForNotes() throws Exception {
        draft();
        assertEquals("draft", client.ok("/mod/osc1/freq", 440).get(1));
        client.ok("/mod/env1/release", "80 ms");
        client.ok("/patch/create", "filter", "svf");
        assertTrue(client.refusal("/mod/filter/cutoff", "12 Hz").contains("cutoff is 20 Hz .. 20 kHz, not 12 Hz"));
        client.ok("/patch/delete", "filter");
        commit("Fixed");
        client.ok("/gate/env1", 1);
        rig.hear(TENTH);
        assertEquals(0.155, OscRig.tone(rig.hear(TENTH), 440), 0.005);
        assertEquals("both", client.ok("/mod/osc1/freq", 880).get(1), "it no longer follows the key");
        rig.hear(TENTH);
        assertEquals(0.155, OscRig.tone(rig.hear(TENTH), 880), 0.005);
    }

    @Test void severalGatesOfAPartHoldOneKeyUntilTheLastCloses() throws Exception {
        draft();
        commit("Gates");
        client.ok("/gate/env1", 0.5f);
        client.ok("/gate/amp", 1);
        client.ok("/gate/env1", 0);
        rig.hear(3 * TENTH);
        assertEquals(1, rig.engine.voices());
        client.ok("/gate/amp", 0);
        rig.hear(5 * TENTH);
        assertEquals(0, rig.engine.voices());
    }

    @Test void eventsGoToThoseWhoAskedForThem() throws Exception {
        try (OscClient listener = rig.client()) {
            assertEquals(List.of(60), listener.ok("/subscribe"));
            client.ok("/program", 1);
            client.ok("/program", 2);
            String name = rig.instrument.playing().orElseThrow().name();
            OscMessage ready = listener.await("/event/ready");
            while (!ready.arguments().getFirst().equals(name)) {
                ready = listener.await("/event/ready");
            }
            OscMessage swapped = listener.await("/event/swapped");
            while (!swapped.arguments().equals(List.of(name, 0, 2))) {
                swapped = listener.await("/event/swapped");
            }
            draft();
            client.ok("/patch/disconnect", "osc1", "level");
            client.ok("/patch/connect", "env1", "level", 0);
            String reason = client.refusal("/patch/commit", "Silent");
            assertTrue(reason.startsWith("Silent is silent: a test note made no sound in 2 s"), reason);
            OscMessage failed = listener.await("/event/failed");
            assertEquals(List.of("Silent", reason), failed.arguments());
            assertEquals(name, rig.instrument.playing().orElseThrow().name());
            listener.ok("/unsubscribe");
        }
    }

    @Test void aBundleIsCarriedOutInItsOrderAndAtItsTime() throws Exception {
        draft();
        client.ok("/mod/env1/attack", 0);
        commit("In time");
        Instant begin = Instant.now().plusMillis(150);
        client.send(OscClient.bundle(OscTime.tag(begin.plusMillis(250)), OscClient.packet("/note", 60, 127)));
        client.send(OscClient.bundle(OscTime.tag(begin), OscClient.packet("/mod/env1/release", 0.02f), OscClient.packet("/note", 60, 127),
                OscClient.bundle(OscTime.tag(begin.plusMillis(20)), OscClient.packet("/note", 60, 0))));
        float[] sound = rig.hear(9 * TENTH);
        // The clock makes up for no period that a busy machine leaves out, so that there may be less sound than time between them.
        int first = onset(sound, 0), second = onset(sound, first + TENTH);
        assertTrue(second - first < 3 * TENTH, "a quarter of a second lies between them, not " + (second - first) + " frames");
        client.send(OscClient.bundle(OscTime.tag(begin.plusSeconds(3_600)), OscClient.packet("/note", 60, 127)));
        OscMessage answer = client.await("/error");
        assertTrue(answer.arguments().get(1).toString().contains("none for longer than a minute"), answer::toString);
        client.ok("/note", 60, 0);
    }

    private static int onset(float[] sound, int from) {
        int i = from;
        while (Math.abs(sound[i]) < 1e-4) {
            i++;
        }
        return i;
    }

    @Test void whatIsHeardIsRecordedIntoANewFile() throws Exception {
        Path file = folder.resolve("take.wav");
        assertEquals(List.of("idle"), client.ok("/record/status"));
        assertEquals(List.of(file.toAbsolutePath().toString()), client.ok("/record/start", file.toString()));
        rig.hear(3 * TENTH);
        assertEquals("recording", client.ok("/record/status").getFirst());
        assertTrue(client.refusal("/record/start", folder.resolve("other.wav").toString()).startsWith("it is recording already"));
        assertTrue((float) client.ok("/record/stop").get(1) > 0.25f);
        assertTrue(Files.size(file) > 3 * TENTH * 6);
        byte[] before = Files.readAllBytes(file);
        assertTrue(client.refusal("/record/start", file.toString()).contains("is there already"));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test void theSchemaNamesEveryAddressAndEveryPort() throws Exception {
        assertEquals(List.of(OscAddress.values().length), client.ok("/schema"));
        assertEquals(OscAddress.values().length, client.others().stream().filter(entry -> entry.address().equals("/schema/address")).count());
        assertEquals(List.of(3), client.ok("/schema", "/record"));
        int count = (int) client.ok("/schema/module", "svf").get(1);
        List<OscMessage> ports = client.others().stream().filter(entry -> entry.address().equals("/schema/port")).toList();
        assertEquals(count, ports.size());
        assertTrue(ports.stream().anyMatch(port -> port.arguments().subList(1, 4).equals(List.of("in", "cutoff", "20 .. 20000 Hz"))));
    }

    @Test void everyAddressOfTheChartIsKnownAndNothingElse() {
        for (OscAddress address : OscAddress.values()) {
            assertEquals(address, OscAddress.find(address.address()).orElseThrow());
        }
        assertTrue(OscAddress.find("/patch").isEmpty() && OscAddress.find("/patch/create/x").isEmpty());
    }

    @Test void whoSendsFromAnyPortIsAnsweredWhereItsHostListens() throws Exception {
        try (OscClient ear = rig.client()) {
            client.send("/answer/port", ear.port());
            assertEquals(List.of("/answer/port", ear.port()), ear.await("/ok").arguments());
            client.send("/record/status");
            assertEquals(List.of("/record/status", "idle"), ear.await("/ok").arguments());
            client.send("/panic", 1);
            assertEquals("/panic", ear.await("/error").arguments().getFirst());
            client.ok("/answer/port", 0);
        }
        assertEquals(List.of("idle"), client.ok("/record/status"));
    }

    @Test void aFloodOfValuesAllocatesNothingOnTheAudioThread() throws Exception {
        draft();
        commit("Flood");
        client.ok("/patch/abort");
        client.ok("/note", 60, 100);
        long audio = Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("audio")).findFirst().orElseThrow()
                .threadId();
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long before = threads.getThreadAllocatedBytes(audio);
            // As many as the buffers of two sockets hold.
            for (int i = 0; i < 1_000; i++) {
                client.send("/mod/level/gain", i % 100 / 100f);
                if (i % 50 == 0) {
                    client.ok("/record/status");
                }
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(audio) - before);
        }
        assertEquals(0, least, "bytes allocated in the best of twelve rounds");
        client.ok("/note", 60, 0);
    }

    @Test void answersAreNeverAnsweredLestTwoInstrumentsTalkForEver() throws Exception {
        for (OscAnswer answer : OscAnswer.values()) {
            client.send(answer.address(), "/x", 1);
            client.send((answer.address() + "\0").getBytes());
        }
        client.send("nonsense".getBytes());
        assertFalse(client.ok("/engine/status").isEmpty());
        assertEquals(List.of(), client.others());
    }

    /** Random bytes, and packets with something wrong in them: each is answered or not, and the next good one is as if nothing had been. */
    @Test void garbageEndsNothing() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> good = new ArrayList<>(List.of(OscClient.packet("/patch/create", "osc1", "saw"), OscClient.packet("/mod/filter/cutoff", 500f),
                OscClient.packet("/note", 60, 100), OscClient.packet("/gate/env", 1), OscClient.packet("/patch/connect", "osc1", "out", 0.5),
                OscClient.packet("/schema/module", "svf"), OscClient.packet("/patch/load", "Init"), OscClient.packet("/mod/osc1/tune", "1 st")));
        good.add(OscClient.bundle(OscTime.IMMEDIATELY, good.get(0), good.get(1)));
        ByteMutations mutations = new ByteMutations(5);
        try (OscClient vandal = rig.client()) {
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = mutations.next(good);
                if (i % 4 == 0) {
                    bytes = new byte[random.nextInt(200)];
                    random.nextBytes(bytes);
                }
                vandal.send(bytes);
                if (i % 200 == 0) {
                    client.ok("/engine/status");
                }
            }
        }
        List<Object> status = client.ok("/engine/status");
        assertTrue((int) status.get(status.indexOf("faults/packet") + 1) > 1_000, status::toString);
        assertFalse(status.contains("faults/ours"), () -> status + "\n" + rig.said);
        assertTrue(rig.said.stream().filter(line -> line.startsWith("no OSC packet from 127.0.0.1")).count() == 1, rig.said::toString);
        client.ok("/panic");
        client.ask("/patch/abort");
        draft();
        commit("Still here");
    }
}
