package org.chronus.instrument.cli.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SocketOption;
import org.chronus.instrument.socket.SocketClient;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** A command that asks an instrument in another process: it says what the instrument says, and is refused as that refuses. One thread. */
abstract class RemoteCommand implements Callable<Integer> {
    @Mixin private SocketOption socket;

    /** Somebody to ask. */
    final SocketClient connect() throws Refusal {
        try {
            return SocketClient.open(socket.forAsking());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }

    /** Asks for one thing, with the names and values of fields by turns. Returns what is done. */
    static JsonNode ask(SocketClient client, Duration patience, String word, Object... fields) throws Refusal {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("do", word));
        for (int i = 0; i < fields.length; i += 2) {
            request.put((String) fields[i], fields[i + 1]);
        }
        JsonNode answer;
        try {
            answer = client.ask(request, patience);
        } catch (IOException e) {
            throw Refusal.of(e);
        }
        if (answer.has("refused")) {
            throw new Refusal(answer.get("refused").asString());
        }
        answer.path("warnings").forEach(line -> System.err.println("chronus: " + line.asString()));
        return answer.path("done");
    }

    /** The same on a connection of its own. */
    final JsonNode ask(Duration patience, String word, Object... fields) throws Refusal, IOException {
        try (SocketClient client = connect()) {
            return ask(client, patience, word, fields);
        }
    }
}
