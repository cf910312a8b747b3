package org.chronus.instrument.jack;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a JACK server, or PipeWire, can be reached, and whether one is there. While a server is away, the library is not asked for it five times
 * a second: each time it begins and ends a thread of its own, and after twelve minutes of that such a thread was seen to call into memory that
 * was gone. Any thread but the audio thread.
 */
final class JackSockets {
    private static final String USUAL = "default";

    private final List<Path> places;

    private JackSockets(Stream<String> places) {
        this.places = places.map(Path::of).toList();
    }

    /** Those that a JACK server of this name may have, of this user or for all; empty is the usual one. */
    static JackSockets ofJack(String server, Map<String, String> environment) {
        String name = server.isEmpty() ? environment.getOrDefault("JACK_DEFAULT_SERVER", USUAL) : server;
        return new JackSockets(Stream.of("/dev/shm", "/tmp").flatMap(folder -> Stream.of(user() + "_", "")
                .map(user -> folder + "/jack_" + name.replace('/', '_') + "_" + user + "0")));
    }

    /** Those of PipeWire. */
    static JackSockets ofPipeWire(Map<String, String> environment) {
        String name = environment.getOrDefault("PIPEWIRE_REMOTE", "pipewire-0");
        return new JackSockets(Stream.of("PIPEWIRE_RUNTIME_DIR", "XDG_RUNTIME_DIR").map(environment::get).filter(Objects::nonNull)
                .map(folder -> folder + "/" + name));
    }

    private static String user() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException noSuchSystem) {
            return "";
        }
    }

    /** True if a server answers at one of them. It takes no notice of a caller that goes at once: its own tools look so, too. */
    boolean answer() {
        return places.stream().anyMatch(JackSockets::answers);
    }

    private static boolean answers(Path place) {
        if (!Files.exists(place)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(place));
        } catch (IOException nobody) {
            return false;
        }
    }
}
