package org.chronus.instrument.socket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A script of somebody else's, as socat is: lines go out as they are, and answers are waited for ten seconds at most. */
final class Lines implements AutoCloseable {
    final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    private final LineReader lines = new LineReader(channel, 1 << 20);

    Lines(Path path) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    JsonNode await() throws Exception {
        byte[] answer = CompletableFuture.supplyAsync(() -> {
            try {
                return lines.read();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread).get(10, TimeUnit.SECONDS);
        return answer == null ? null : new JsonMapper().readTree(answer);
    }

    JsonNode ask(String line) throws Exception {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
        return await();
    }

    JsonNode done(String line) throws Exception {
        JsonNode answer = ask(line);
        assertTrue(answer.has("done"), () -> line + " " + answer);
        return answer.get("done");
    }

    String refusal(String line) throws Exception {
        JsonNode answer = ask(line);
        assertTrue(answer.has("refused"), () -> line + " " + answer);
        return answer.get("refused").asString();
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
