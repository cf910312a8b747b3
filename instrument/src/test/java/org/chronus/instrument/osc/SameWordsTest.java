package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.socket.SocketClient;
import org.chronus.instrument.socket.SocketControl;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever asks, by OSC or by the socket, is told the same by the same instrument. */
class SameWordsTest extends OscSession {
    @Test void aRefusalHasTheSameWordsByOscAndByTheSocket() throws Exception {
        Path path = folder.resolve("s");
        try (SocketControl control = new SocketControl(path, rig.room)) {
            control.start();
            try (SocketClient socket = SocketClient.open(path)) {
                same(socket, Map.of("do", "program", "number", 3, "bank", 9), "/program", 3, 9);
                same(socket, Map.of("do", "load", "preset", "no such preset"), "/load", "no such preset");
                same(socket, Map.of("do", "load", "preset", "e"), "/load", "e");
                same(socket, Map.of("do", "record", "path", "take.mp3"), "/record/start", "take.mp3");
                same(socket, Map.of("do", "record", "path", "/no/such/folder/take.wav"), "/record/start", "/no/such/folder/take.wav");
                same(socket, Map.of("do", "record-stop"), "/record/stop");
                same(socket, Map.of("do", "learn", "parameter", "gain"), "/learn", "gain");
                same(socket, Map.of("do", "forget", "parameter", "level.gain"), "/learn/forget", "level.gain");
                String byOsc = client.refusal("/program", 200), bySocket = refusal(socket, Map.of("do", "program", "number", 200));
                assertEquals(what(byOsc), what(bySocket), "only the cure has the form of the protocol");
            }
        }
    }

    @Test void theStatusHasTheSameNamesByOscAndByTheSocket() throws Exception {
        Path path = folder.resolve("s");
        try (SocketControl control = new SocketControl(path, rig.room)) {
            control.start();
            try (SocketClient socket = SocketClient.open(path)) {
                JsonNode status = socket.ask(Map.of("do", "status"), Duration.ofSeconds(10)).get("done");
                List<Object> byOsc = client.ok("/engine/status");
                Map<String, Object> values = new HashMap<>();
                for (int i = 0; i < byOsc.size(); i += 2) {
                    values.put((String) byOsc.get(i), byOsc.get(i + 1));
                }
                assertEquals(values.get("preset"), status.get("preset").asString());
                assertEquals(values.get("audio/period"), status.at("/audio/period").asInt());
                assertEquals(values.get("next/preset"), status.at("/next/preset").asString());
                values.keySet().stream().filter(name -> !name.startsWith("faults/"))
                        .forEach(name -> assertEquals(false, status.at("/" + name).isMissingNode(), name));
            }
        }
    }

    private static void same(SocketClient socket, Map<String, ?> request, String address, Object... arguments) throws Exception {
        assertEquals(client(address, arguments), refusal(socket, request));
    }

    private static String client(String address, Object... arguments) throws Exception {
        try (OscClient client = rig.client()) {
            return client.refusal(address, arguments);
        }
    }

    private static String refusal(SocketClient socket, Map<String, ?> request) throws Exception {
        return socket.ask(request, Duration.ofSeconds(10)).path("refused").asString("it is done");
    }

    private static String what(String refusal) {
        return refusal.substring(0, refusal.indexOf(':'));
    }
}
