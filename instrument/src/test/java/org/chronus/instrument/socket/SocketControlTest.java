package org.chronus.instrument.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be asked for by the socket, of an instrument that plays. */
class SocketControlTest {
    @TempDir
    static Path folder;
    private static SocketRig rig;

    @BeforeAll static void play() throws Exception {
        rig = new SocketRig(folder);
    }

    @AfterAll static void end() throws Exception {
        rig.close();
    }

    @BeforeEach void beginWithTheFirst() throws Exception {
        try (Lines client = rig.client()) {
            client.ask("{\"do\":\"program\",\"number\":0}");
        }
    }

    @Test void aProgramPlaysOnceItIsAnswered() throws Exception {
        try (Lines client = rig.client()) {
            assertEquals("Three", client.done("{\"do\":\"program\",\"number\":2}").get("preset").asString());
            assertEquals("Three", rig.playing());
            assertEquals("the bank has no program 9 (#10): what sounds goes on", client.refusal("{\"do\":\"program\",\"number\":9}"));
            assertEquals("Three", rig.playing());
        }
    }

    @Test void theSetListIsWalkedThroughAndTheStatusKnowsWhatIsNext() throws Exception {
        try (Lines client = rig.client()) {
            JsonNode before = client.done("{\"do\":\"status\"}");
            assertEquals(List.of("One", 0, "Two", "Three"), List.of(before.get("preset").asString(), before.at("/program/number").asInt(),
                    before.at("/next/preset").asString().replace(".yaml", ""), before.at("/previous/preset").asString().replace(".yaml", "")));
            assertEquals("Two", client.done("{\"do\":\"next\"}").get("preset").asString());
            client.done("{\"do\":\"previous\"}");
            assertEquals("Three", client.done("{\"do\":\"previous\"}").get("preset").asString());
            assertEquals("Two", client.done("{\"do\":\"next\",\"tag\":\"two\"}").get("preset").asString());
            assertEquals("no other program of the set list has the tag two: chronus list presets shows the tags",
                    client.refusal("{\"do\":\"next\",\"tag\":\"two\"}"));
        }
    }

    @Test void theStatusTellsTheSoundsWayOutAndWhatItCosts() throws Exception {
        try (Lines client = rig.client()) {
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (!client.done("{\"do\":\"status\"}").at("/next/ready").asBoolean()) {
                assertTrue(Instant.now().isBefore(end), "what is next is made ready");
            }
            JsonNode status = client.done("{\"do\":\"status\"}");
            assertEquals(List.of(SocketRig.RATE, SocketRig.PERIOD, 2 * SocketRig.PERIOD), List.of(status.at("/audio/rate").asInt(),
                    status.at("/audio/period").asInt(), status.at("/audio/latency").asInt()));
            double median = status.at("/load/median").asDouble(), p99 = status.at("/load/p99").asDouble();
            assertTrue(0 < median && median <= p99 && p99 <= status.at("/load/worst").asDouble(), status::toString);
            assertEquals(ProcessHandle.current().pid(), status.get("pid").asLong());
            assertTrue(status.get("memory").asLong() > 10 && status.get("uptime").asDouble() > 0, status::toString);
            assertTrue(status.get("slots").toString().contains("One, active"), status::toString);
        }
    }

    @Test void aPresetOfNoBankIsLoadedByItsPathOrItsName() throws Exception {
        Path file = rig.preset("other.yaml", "Other");
        try (Lines client = rig.client()) {
            client.done("{\"do\":\"load\",\"preset\":\"" + file + "\"}");
            assertEquals("Other", rig.playing());
            assertEquals(-1, client.done("{\"do\":\"status\"}").at("/program/number").asInt());
            rig.preset("other.yaml", "Otherwise");
            assertEquals("Otherwise", client.done("{\"do\":\"reload\"}").get("preset").asString());
            client.done("{\"do\":\"load\",\"preset\":\"Warm pad\"}");
            assertEquals("Warm pad", rig.playing());
            assertEquals("Sines is a bank: name one of its presets",
                    client.refusal("{\"do\":\"load\",\"preset\":\"" + folder.resolve("bank.yaml") + "\"}"));
        }
    }

    @Test void whatWasEditedPlaysAfterAReloadAndAMistakeInItChangesNothing() throws Exception {
        try (Lines client = rig.client()) {
            client.done("{\"do\":\"program\",\"number\":1}");
            rig.preset("Two.yaml", "Two, edited");
            Path bank = folder.resolve("bank.yaml");
            String text = Files.readString(bank);
            Files.writeString(bank, text.replace("}", ", 3: One.yaml}"));
            assertEquals("Two, edited", client.done("{\"do\":\"reload\"}").get("preset").asString());
            assertEquals(1, client.done("{\"do\":\"status\"}").at("/program/number").asInt());
            assertEquals("One", client.done("{\"do\":\"program\",\"number\":3}").get("preset").asString());
            Files.writeString(bank, text.replace("}", ", 3: One.yaml, 4: Four.yaml}"));
            JsonNode warned = client.ask("{\"do\":\"reload\"}");
            assertTrue(warned.has("done") && warned.get("warnings").toString().contains("Four.yaml"), warned::toString);
            Files.writeString(bank, "chronus: 1\nbank: Sines\nprograms: nothing\n");
            assertTrue(client.refusal("{\"do\":\"reload\"}").startsWith(bank + ": programs needs keys"));
            assertEquals("One", rig.playing());
            Files.writeString(bank, text);
            rig.preset("Two.yaml", "Two");
            client.done("{\"do\":\"program\",\"number\":1}");
            client.done("{\"do\":\"reload\"}");
            assertEquals("Two", rig.playing());
        }
    }

    @Test void aFileThatCannotBeReadToItsEndHoldsUpNobodyElse() throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe.yaml"));
        try (Lines patient = rig.client(); Lines other = rig.client()) {
            patient.send(("{\"do\":\"load\",\"preset\":\"" + pipe + "\"}\n").getBytes());
            assertTrue(other.done("{\"do\":\"panic\"}").isEmpty());
            assertEquals("Two", other.done("{\"do\":\"program\",\"number\":1}").get("preset").asString());
            Files.writeString(pipe, "chronus: 1\n");
            assertTrue(patient.await().get("refused").asString().startsWith(pipe + ": "));
        }
    }

    @Test void whatIsHeardIsRecorded() throws Exception {
        Path file = folder.resolve("take.wav");
        try (Lines client = rig.client()) {
            assertEquals("idle", client.done("{\"do\":\"record-status\"}").get("state").asString());
            client.done("{\"do\":\"record\",\"path\":\"" + file + "\"}");
            assertEquals("it is recording already: stop that first", client.refusal("{\"do\":\"record\",\"path\":\"" + file + "\"}"));
            assertEquals("recording", client.done("{\"do\":\"record-status\"}").get("state").asString());
            assertEquals(file.toString(), client.done("{\"do\":\"record-stop\"}").get("path").asString());
            assertTrue(Files.size(file) >= 80);
            assertEquals("nothing is being recorded: start one first", client.refusal("{\"do\":\"record-stop\"}"));
            assertTrue(client.done("{\"do\":\"panic\"}").isEmpty());
        }
    }

    /** Which of the two changes comes first is chance: the newer one is heard, and the older one is told so if it was still waiting. */
    @Test void twoWhoAskAreAnsweredEachForItself() throws Exception {
        try (Lines one = rig.client(); Lines other = rig.client()) {
            one.send("{\"do\":\"program\",\"number\":2}\n{\"do\":\"record-status\"}\n".getBytes());
            other.send("{\"do\":\"program\",\"number\":0}\n{\"do\":\"status\"}\n".getBytes());
            JsonNode first = one.await(), second = other.await();
            assertTrue(first.has("done") || isOvertaken(first) && second.has("done"), first::toString);
            assertTrue(second.has("done") || isOvertaken(second) && first.has("done"), second::toString);
            assertEquals("One", second.path("done").path("preset").asString("One"));
            assertEquals("idle", one.await().at("/done/state").asString());
            assertTrue(other.await().at("/done").has("faults"));
        }
    }

    private static boolean isOvertaken(JsonNode answer) {
        return answer.path("refused").asString("").startsWith("a newer change came first");
    }

    @Test void whatIsRefusedIsCountedByItsKind() throws Exception {
        try (Lines client = rig.client()) {
            client.refusal("{\"do\":\"dance\"}");
            client.refusal("{\"do\":\"record-stop\"}");
            JsonNode faults = client.done("{\"do\":\"status\"}").get("faults");
            assertTrue(faults.get("request").asInt() >= 1 && faults.get("refused").asInt() >= 1, faults::toString);
            assertFalse(faults.has("ours"), faults::toString);
        }
    }
}
