package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.midi.osc.OscTime;
import org.chronus.midi.testing.ByteMutations;
import org.junit.jupiter.api.Test;

/** Every packet is answered as it deserves, live: refusals with their cure, garbage with nothing. */
class OscAnswersTest extends OscSession {
    @Test void everyRefusalSaysWhatAndHow() throws Exception {
        assertEquals("there is no draft: create a module, or load a preset, to begin one", client.refusal("/patch/connect", "a", "b"));
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
                    client.status();
                }
            }
        }
        List<Object> status = client.status();
        assertTrue((int) status.get(status.indexOf("faults/packet") + 1) > 1_000, status::toString);
        assertFalse(status.contains("faults/ours"), () -> status + "\n" + rig.said);
        assertTrue(rig.said.stream().filter(line -> line.startsWith("no OSC packet from 127.0.0.1")).count() == 1, rig.said::toString);
        client.ok("/panic");
        client.ask("/patch/abort");
        draft();
        commit("Still here");
    }
}
