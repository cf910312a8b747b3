package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import jdk.net.ExtendedSocketOptions;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.json.JsonWord;

/**
 * A Unix domain socket as an adapter of the {@link ControlRoom}: lines become requests, answers become lines. What is wrong is refused in a
 * line and counted, and ends nothing. The requests are those of {@link JsonWord}. Any thread but the audio thread.
 */
public final class SocketControl implements AutoCloseable {
    /** A newcomer beyond these takes the place of the one that was silent longest. */
    static final int MOST_CONNECTIONS = 32;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ROOT = "root";

    private final Path path;
    private final ControlRoom room;
    private final ServerSocketChannel server;
    private final Object fileKey;
    private final String owner;
    private final List<Connection> connections = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Takes the place; answers from {@link #start} on.
     *
     * @throws SocketTakenException if another instrument answers there
     * @throws IOException          in one line, if it cannot be had for another reason
     */
    public SocketControl(Path path, ControlRoom room) throws IOException {
        this.path = path.toAbsolutePath();
        this.room = room;
        server = SocketPlace.take(this.path);
        fileKey = fileKey();
        owner = Files.getOwner(this.path, LinkOption.NOFOLLOW_LINKS).getName();
    }

    /** Where it answers. */
    public Path path() {
        return path;
    }

    /** Begins to answer. */
    public void start() {
        Thread.ofPlatform().name("socket").daemon().start(this::accept);
    }

    private void accept() {
        while (!closed) {
            try {
                begin(server.accept());
            } catch (ClosedChannelException end) {
                return;
            } catch (IOException tooManyFiles) {
                // It passes, or it does not: either way the music goes on.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void begin(SocketChannel channel) throws IOException {
        if (!isOurs(channel)) {
            room.faults().count("stranger");
            channel.close();
            return;
        }
        Connection connection = new Connection(channel, room);
        synchronized (connections) {
            if (connections.size() == MOST_CONNECTIONS) {
                Connection silent = connections.stream().min(Comparator.comparingLong(each -> each.heardNanos() - connection.heardNanos()))
                        .orElseThrow();
                connections.remove(silent);
                room.faults().count("connections");
                silent.close();
            }
            connections.add(connection);
        }
        Thread.ofVirtual().name("socket-connection").start(() -> {
            connection.run();
            synchronized (connections) {
                connections.remove(connection);
            }
        });
    }

    /** The file is closed to others a moment after it is there: whoever came in that moment is sent away. */
    private boolean isOurs(SocketChannel channel) throws IOException {
        String user = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        return user.equals(owner) || user.equals(ROOT);
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    /** No longer answers. The file goes, unless it is another's by now. */
    @Override public void close() throws IOException {
        closed = true;
        server.close();
        synchronized (connections) {
            connections.forEach(Connection::close);
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && fileKey().equals(fileKey)) {
            Files.delete(path);
        }
    }
}
