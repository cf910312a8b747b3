package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.Knob;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscTime;
import org.chronus.presets.preset.Preset;
import org.junit.jupiter.api.Test;

/** Programs, bindings, events, time, recordings and the schema, live. */
class OscControlTest extends OscSession {
    @Test void theSetListIsWalkedThrough() throws Exception {
        client.ok("/program", 1);
        Preset second = rig.instrument.playing().orElseThrow();
        client.ok("/next");
        Preset third = rig.instrument.playing().orElseThrow();
        client.ok("/previous");
        assertEquals(second.name(), rig.instrument.playing().orElseThrow().name());
        assertFalse(second.name().equals(third.name()));
    }

    @Test void theSetListIsWalkedThroughByTag() throws Exception {
        client.ok("/program", 0);
        client.ok("/next", "organ");
        Preset organ = rig.instrument.playing().orElseThrow();
        assertTrue(organ.tags().contains("organ"), organ::name);
        client.ok("/previous", "keys");
        assertTrue(rig.instrument.playing().orElseThrow().tags().contains("keys"));
        assertEquals("no other program of the set list has the tag bagpipe: chronus list presets shows the tags", client.refusal("/next", "bagpipe"));
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
            OscMessage answer = client.ask("/patch/commit", "Silent");
            // While its code is cold a test note is not heard to its end, and not judged.
            for (int i = 0; i < 20 && answer.address().equals("/ok"); i++) {
                client.ok("/program", 2);
                answer = client.ask("/patch/commit", "Silent");
            }
            String reason = (String) answer.arguments().get(1);
            assertTrue(reason.startsWith("Silent is silent: a test note made no sound in 2 s"), reason);
            OscMessage failed = listener.await("/event/failed");
            assertEquals(List.of("Silent", reason), failed.arguments());
            assertEquals(name, rig.instrument.playing().orElseThrow().name());
            listener.ok("/unsubscribe");
        }
    }

    @Test void aPeriodThatComesTooLateIsTold() throws Exception {
        try (OscClient listener = rig.client()) {
            listener.ok("/subscribe");
            rig.stall(30);
            int late = (int) listener.await("/event/xrun").arguments().getFirst();
            List<Object> status = listener.ok("/engine/status");
            assertTrue(late > 0 && (int) status.get(status.indexOf("xruns") + 1) >= late, () -> late + " " + status);
        }
    }

    @Test void aSubscriptionThatIsNotRenewedEnds() throws Exception {
        try (OscClient brief = rig.client(); OscClient faithful = rig.client()) {
            faithful.ok("/subscribe");
            assertEquals(List.of(1), brief.ok("/subscribe", 1));
            Thread.sleep(Duration.ofMillis(1_100));
            client.ok("/program", 4);
            rig.hear(TENTH);
            client.ok("/program", 3);
            assertEquals(4, faithful.await("/event/swapped").arguments().getLast());
            assertEquals(3, faithful.await("/event/swapped").arguments().getLast());
            brief.ok("/engine/status");
            assertTrue(brief.others().stream().noneMatch(event -> event.address().equals("/event/swapped")), brief.others()::toString);
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
}
