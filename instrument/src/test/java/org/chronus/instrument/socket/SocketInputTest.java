package org.chronus.instrument.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What comes through the socket that is wrong, too much or too slow costs nobody but who sent it. */
class SocketInputTest {
    private static final String STATUS = "{\"do\":\"status\"}";
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry("hello", "that is no JSON: send one object, such as {\"do\":\"status\"}"),
            Map.entry("{\"do\":\"status\"", "that is no JSON: "), Map.entry("{\"do\":\"status\"} {}", "that is no JSON: "),
            Map.entry("{\"do\":\"status\",\"do\":\"panic\"}", "that is no JSON: "), Map.entry("[".repeat(5_000), "that is no JSON: "),
            Map.entry("[1]", "that is no object: "), Map.entry("null", "that is no object: "), Map.entry("{}", "a request says what to do: "),
            Map.entry("{\"do\":5}", "a request says what to do: "),
            Map.entry("{\"do\":\"dance\"}", "there is no request \"dance\": there are status, "),
            Map.entry("{\"do\":\"program\"}", "number is missing: send {\"do\":\"program\",\"number\":5}"),
            Map.entry("{\"do\":\"program\",\"number\":\"5\"}", "number is a finite number: "),
            Map.entry("{\"do\":\"program\",\"number\":true}", "number is a finite number: "),
            Map.entry("{\"do\":\"program\",\"number\":1e999}", "number is a finite number: "),
            Map.entry("{\"do\":\"program\",\"number\":128}", "number is 0 to 127, not 128: "),
            Map.entry("{\"do\":\"program\",\"number\":-1}", "number is 0 to 127, not -1: "),
            Map.entry("{\"do\":\"program\",\"number\":1.5}", "number is a whole number: "),
            Map.entry("{\"do\":\"program\",\"number\":1,\"bank\":20000}", "bank is 0 to 16383, not 20000: "),
            Map.entry("{\"do\":\"next\",\"by\":2}", "\"by\" is none of its fields: "),
            Map.entry("{\"do\":\"load\",\"preset\":7}", "preset is a text: "), Map.entry("{\"do\":\"load\",\"preset\":\" \"}", "preset is a text: "),
            Map.entry("{\"do\":\"record\",\"path\":\"a\\u0000.wav\"}", "that is no path: "));

    @TempDir
    static Path folder;
    private static SocketRig rig;

    @BeforeAll static void play() throws Exception {
        rig = new SocketRig(folder);
    }

    @AfterAll static void end() throws Exception {
        rig.close();
    }

    @Test void whatIsWrongIsRefusedInALineAndTheConnectionStays() throws Exception {
        try (Lines client = rig.client()) {
            for (Map.Entry<String, String> each : WRONG.entrySet()) {
                String refusal = client.refusal(each.getKey());
                assertTrue(refusal.startsWith(each.getValue()), each.getKey() + ": " + refusal);
                assertFalse(refusal.contains("\n"), refusal);
            }
            assertEquals("One", client.done(STATUS).get("preset").asString());
        }
    }

    @Test void garbageIsAnsweredLineByLine() throws Exception {
        Random random = new Random(5);
        String right = "{\"do\":\"program\",\"number\":1,\"bank\":0}";
        try (Lines client = rig.client()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] line = i % 2 == 0 ? new byte[1 + random.nextInt(60)] : right.getBytes(StandardCharsets.UTF_8);
                for (int j = 0; j < line.length; j++) {
                    line[j] = i % 2 == 0 || random.nextInt(12) == 0 ? (byte) random.nextInt(33, 256) : line[j];
                }
                client.send(line);
                client.send(new byte[] {'\n'});
                JsonNode answer = client.await();
                assertTrue(answer.has("refused") || answer.has("done"), answer::toString);
            }
            assertFalse(client.done(STATUS).get("faults").has("ours"));
        }
    }

    @Test void aLineThatIsTooLongIsRefusedWhenItEndsAtLast() throws Exception {
        try (Lines client = rig.client(); Lines other = rig.client()) {
            client.send(new byte[300_000]);
            other.done(STATUS);
            client.send("\n\n \r\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("a line has no more than 8192 bytes: send a shorter one", client.await().get("refused").asString());
            client.done(STATUS);
        }
    }

    @Test void aLastLineNeedNotBeEnded() throws Exception {
        try (Lines client = rig.client()) {
            client.send(STATUS.getBytes(StandardCharsets.UTF_8));
            client.channel.shutdownOutput();
            assertTrue(client.await().has("done"));
            assertNull(client.await());
        }
    }

    @Test void oneThatNeverReadsHoldsUpNobodyElse() throws Exception {
        try (Lines deaf = rig.client(); Lines other = rig.client()) {
            deaf.channel.configureBlocking(false);
            ByteBuffer lines = ByteBuffer.wrap((STATUS + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8));
            int idle = 0;
            while (idle < 20) {
                idle = deaf.channel.write(lines) == 0 ? idle + 1 : 0;
                lines.rewind();
                Thread.sleep(10);
            }
            for (int i = 0; i < 50; i++) {
                other.done(STATUS);
            }
        }
    }

    @Test void whoIsSilentLongestMakesRoomForANewcomer() throws Exception {
        List<Lines> clients = new ArrayList<>();
        try {
            for (int i = 0; i < SocketControl.MOST_CONNECTIONS; i++) {
                clients.add(rig.client());
                clients.getLast().done(STATUS);
            }
            clients.getFirst().done(STATUS);
            try (Lines newcomer = rig.client()) {
                newcomer.done(STATUS);
                assertNull(clients.get(1).await());
                clients.getFirst().done(STATUS);
                clients.getLast().done(STATUS);
            }
        } finally {
            for (Lines client : clients) {
                client.close();
            }
        }
    }
}
