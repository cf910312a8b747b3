package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;

/** Patches made, heard, saved and written to while they play, live. */
class OscPatchTest extends OscSession {
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
        ReadResult<Preset> saved = rig.library.load(file.toString());
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

    @Test void whatPlaysIsWrittenToByTheNamesThatEverybodyUses() throws Exception {
        client.ok("/program", rig.instrument.setup().bank().address("init.yaml").orElseThrow().program());
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
}
