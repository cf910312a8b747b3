package org.chronus.instrument.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.chronus.instrument.control.json.JsonWord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end: asks the instrument at a socket, and never waits longer than it is told. Mutable; one thread. */
public final class SocketClient implements AutoCloseable {
    /** For what is answered at once. */
    public static final Duration SOON = Duration.ofSeconds(3);
    /** For what is answered when it plays, or a file is complete. */
    public static final Duration LATER = Duration.ofSeconds(15);

    /** An answer is much shorter. */
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path path;
    private final SocketChannel channel;
    private final LineReader lines;

    private SocketClient(Path path, SocketChannel channel) {
        this.path = path;
        this.channel = channel;
        lines = new LineReader(channel, LONGEST_ANSWER);
    }

    /**
     * Connects.
     *
     * @throws IOException in one line with the cure, if nobody is there, or it is another user's
     */
    public static SocketClient open(Path path) throws IOException {
        if (Files.exists(path)) {
            SocketPlace.checkOwner(path);
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        SocketClient client = new SocketClient(path, channel);
        try {
            client.within(SOON, () -> channel.connect(UnixDomainSocketAddress.of(path)));
            return client;
        } catch (NoAnswerException silent) {
            throw silent;
        } catch (IOException nobody) {
            channel.close();
            if (Files.exists(path) && !(nobody instanceof ConnectException)) {
                throw new IOException(path + ": " + nobody.getMessage() + ": name another place with --socket", nobody);
            }
            throw new NobodyThereException(path, nobody);
        }
    }

    /** What is answered: {@code done} with its values, or {@code refused} with the reason. */
    public JsonNode ask(Map<String, ?> request, Duration patience) throws IOException {
        return within(patience, () -> {
            ByteBuffer line = ByteBuffer.wrap((MAPPER.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            byte[] answer = lines.read();
            if (answer == null) {
                throw new IOException(path + ": the instrument has ended: start it again with chronus play");
            }
            try {
                return MAPPER.readTree(answer);
            } catch (JacksonException foreign) {
                throw new IOException(path + ": what answers there is no Chronus: name another place with --socket", foreign);
            }
        });
    }

    /** False if nobody listens there any more: what is there was left behind. */
    static boolean answers(Path path) throws IOException {
        try {
            open(path).close();
            return true;
        } catch (NobodyThereException nobody) {
            return false;
        } catch (NoAnswerException silent) {
            return true;
        }
    }

    /** The process that answers there; empty if it does not say. */
    static OptionalLong process(Path path) {
        try (SocketClient client = open(path)) {
            JsonNode pid = client.ask(Map.of("do", JsonWord.STATUS.word()), SOON).path("done").path("pid");
            return pid.isIntegralNumber() ? OptionalLong.of(pid.longValue()) : OptionalLong.empty();
        } catch (IOException silent) {
            return OptionalLong.empty();
        }
    }

    /** What takes longer is given up, and the connection with it. */
    private <T> T within(Duration patience, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            close();
            throw new NoAnswerException(path, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new NoAnswerException(path, patience);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
