package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Opens clients with patience. The library waits for a server that hangs as long as that does; so a thread of its own does, and whoever wants
 * the client has it or a reason within seconds. Any thread but the audio thread.
 */
final class JackOpening {
    private static final int NO_START = 1, SERVER_NAME = 4;
    private static final long PATIENCE_MILLIS = 3_000;
    /** The thread that waits for a server that hangs, of which there is one at most. */
    private static final AtomicReference<Thread> HANGING = new AtomicReference<>();

    private JackOpening() { }

    /**
     * A client of a server that runs; none is started.
     *
     * @param server empty for the usual one
     * @return what the library calls it; 0 if no server runs
     * @throws JackBackend.NoAnswerException if it does not answer
     */
    static long open(String name, String server) throws IOException {
        Thread hanging = HANGING.get();
        if (hanging != null && hanging.isAlive()) {
            throw hangs(server);
        }
        CompletableFuture<Long> opening = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().name("jack-open").daemon().start(() -> {
            long client = ask(name, server);
            if (!opening.complete(client) && client != 0) {
                JackLibrary.number("jack_client_close", client);
            }
        });
        try {
            return opening.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            HANGING.set(waiting);
            if (opening.completeExceptionally(late)) {
                throw hangs(server);
            }
            return opening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static JackBackend.NoAnswerException hangs(String server) {
        return new JackBackend.NoAnswerException("the JACK server" + (server.isEmpty() ? "" : " " + server)
                + " does not answer: restart it, or choose another --audio");
    }

    private static long ask(String name, String server) {
        try (Arena arena = Arena.ofConfined()) {
            long status = arena.allocate(JAVA_INT).address();
            return JackLibrary.find(() -> {
                JackCallbacks.silence();
                return JackLibrary.pointer("jack_client_open", JackLibrary.text(arena, name), server.isEmpty() ? NO_START : NO_START | SERVER_NAME,
                        status, server.isEmpty() ? 0L : JackLibrary.text(arena, server));
            });
        }
    }
}
