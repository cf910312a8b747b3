package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.foreign.Native;

/** A client of a running JACK server. Mutable; any thread but the audio thread, one at a time. */
final class JackClient implements AutoCloseable {
    /** Flags of ports. */
    static final long INPUT = 1, OUTPUT = 2, PHYSICAL = 4;
    static final String AUDIO = "32 bit float mono audio", MIDI = "8 bit raw midi";
    /** What is said where there is no library. */
    static final String MISSING = "JACK's library is not there: install the package libjack-jackd2-0, or pipewire-jack";
    static final String PIPEWIRE = "PipeWire";
    private static final int PLAYBACK = 1;

    /** What the library calls it. */
    final long client;
    private final int number;
    private final JackMetadata metadata;

    private JackClient(long client, int number) {
        this.client = client;
        this.number = number;
        metadata = new JackMetadata(client);
    }

    /**
     * Connects to a server that runs; none is started.
     *
     * @param name     what it would like to be called
     * @param server   the server's name; empty for the usual one
     * @param listener hears from it once it is activated
     * @throws IOException if there is none, or it does not answer; one line
     */
    static JackClient open(String name, String server, JackListener listener) throws IOException {
        if (!JackLibrary.exists()) {
            throw new IOException(MISSING);
        }
        long client = JackOpening.open(name, server);
        if (client == 0) {
            throw new IOException("no JACK server" + (server.isEmpty() ? "" : " " + server)
                    + " runs for this user: start one, or choose another --audio");
        }
        JackCycle.load();
        int number = JackCallbacks.add(listener);
        JackCallbacks.register(client, number);
        return new JackClient(client, number);
    }

    /** What the server is: JACK, or PipeWire, which says so in its version. */
    String server() {
        return Native.text(JackLibrary.pointer("jack_get_version_string")).contains(PIPEWIRE) ? PIPEWIRE : "JACK";
    }

    /** The name that it got. */
    String name() {
        return Native.text(JackLibrary.pointer("jack_get_client_name", client));
    }

    /** In Hz. */
    int sampleRate() {
        return JackLibrary.number("jack_get_sample_rate", client);
    }

    /** Frames of a cycle. */
    int period() {
        return JackLibrary.number("jack_get_buffer_size", client);
    }

    /** What others may show of it. */
    JackMetadata metadata() {
        return metadata;
    }

    /** A port of its own. */
    long register(String name, String type, long direction) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            long port = JackLibrary.pointer("jack_port_register", client, JackLibrary.text(arena, name), JackLibrary.text(arena, type), direction,
                    0L);
            if (port == 0) {
                throw new IOException("JACK has no room for the port " + name);
            }
            return port;
        }
    }

    /** The end of a port. */
    void unregister(long port) {
        JackLibrary.number("jack_port_unregister", client, port);
    }

    /** Cycles begin. */
    void activate() throws IOException {
        if (JackLibrary.number("jack_activate", client) != 0) {
            throw new IOException("JACK does not let the client begin");
        }
    }

    /** The full name of a port of its own. */
    String nameOf(long port) {
        return Native.text(JackLibrary.pointer("jack_port_name", port));
    }

    /** The full names of all ports of a type that have all these flags. */
    List<String> ports(String type, long flags) {
        List<String> names = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            long all = JackLibrary.pointer("jack_get_ports", client, 0L, JackLibrary.text(arena, type), flags);
            if (all != 0) {
                for (long place = all, name = Native.MEMORY.get(JAVA_LONG, place); name != 0; name = Native.MEMORY.get(JAVA_LONG, place)) {
                    names.add(Native.text(name));
                    place += Long.BYTES;
                }
                JackLibrary.run("jack_free", all);
            }
        }
        return names;
    }

    /** The other names that a port has: those of drivers say what device it is. */
    List<String> aliases(String port) {
        try (Arena arena = Arena.ofConfined()) {
            long found = JackLibrary.pointer("jack_port_by_name", client, JackLibrary.text(arena, port));
            if (found == 0) {
                return List.of();
            }
            long size = JackLibrary.number("jack_port_name_size");
            MemorySegment first = arena.allocate(size), second = arena.allocate(size), both = arena.allocate(2 * Long.BYTES, Long.BYTES);
            both.set(JAVA_LONG, 0, first.address());
            both.set(JAVA_LONG, Long.BYTES, second.address());
            int count = JackLibrary.number("jack_port_get_aliases", found, both.address());
            return List.of(first.getString(0), second.getString(0)).subList(0, Math.clamp(count, 0, 2));
        }
    }

    /** Leads from an output to an input. True if they are connected now. */
    boolean connect(String from, String to) {
        try (Arena arena = Arena.ofConfined()) {
            int result = JackLibrary.number("jack_connect", client, JackLibrary.text(arena, from), JackLibrary.text(arena, to));
            return result == 0;
        }
    }

    /** Frames from a port of its own to the ear, at most; empty if nobody knows. */
    Optional<Integer> playbackLatency(long port) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment range = arena.allocate(2 * Integer.BYTES, Integer.BYTES);
            JackLibrary.run("jack_port_get_latency_range", port, PLAYBACK, range.address());
            return Optional.of(range.get(JAVA_INT, Integer.BYTES)).filter(frames -> frames > 0);
        }
    }

    /** The end, whether or not the server still lives; no call comes after it. */
    @Override public void close() {
        metadata.remove();
        JackLibrary.number("jack_client_close", client);
        JackCallbacks.remove(number);
    }
}
