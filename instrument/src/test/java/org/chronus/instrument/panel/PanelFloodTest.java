package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chronus.instrument.assembly.FuzzSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A hundred clients that say nothing, one that never reads, and four that ask for what is refused, as fast as they can: a chord plays on. */
@Tag("fuzz")
class PanelFloodTest {
    private static final int SILENT = 100, SENDERS = 4, REQUESTS = FuzzSize.of(8_000, 1_000_000), MOST_MIB = 8;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final String JSON = "Content-Type: application/json\r\n";

    @TempDir
    private Path folder;
    private final AtomicIntegerArray statuses = new AtomicIntegerArray(600);

    /** What is refused, each in another way. */
    private List<byte[]> requests(PanelRig panel) {
        String host = "Host: 127.0.0.1:" + panel.port + "\r\n";
        return Stream.of("GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/nowhere HTTP/1.1\r\n" + host + "\r\n", "DELETE /api/status HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/status HTTP/1.1\r\nHost: evil.example\r\n\r\n", ask(host + JSON + "Origin: http://evil.example\r\n", "{\"do\":\"panic\"}"),
                ask(host, "{\"do\":\"panic\"}"), ask(host + JSON, "{"), ask(host + JSON, "[".repeat(5_000)), ask(host + JSON, "{\"do\":\"fly\"}"),
                ask(host + JSON, "{\"do\":\"program\",\"number\":1e99}"), ask(host + JSON, "\"" + "x".repeat(70_000) + "\""),
                "GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n").map(PanelRig::bytes).toList();
    }

    private static String ask(String head, String body) {
        return "POST /api/ask HTTP/1.1\r\n" + head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Sends its share of the requests, over one connection for as long as the server keeps it. */
    private void send(PanelRig panel, List<byte[]> requests, int first) {
        Socket socket = null;
        try {
            for (int i = first; i < REQUESTS; i += SENDERS) {
                if (socket == null) {
                    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), panel.port);
                }
                if (!isKept(socket, requests.get(i / SENDERS % requests.size()))) {
                    socket.close();
                    socket = null;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** False if the connection is at its end. */
    private boolean isKept(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String line = line(in);
            boolean kept = !line.isEmpty();
            statuses.incrementAndGet(line.isEmpty() ? 0 : Integer.parseInt(line.split(" ")[1]));
            int length = 0;
            for (line = line(in); !line.isEmpty(); line = line(in)) {
                String header = line.toLowerCase(Locale.ROOT);
                length = header.startsWith("content-length:") ? Integer.parseInt(header.substring(15).strip()) : length;
                kept &= !header.equals("connection: close");
            }
            in.skipNBytes(length);
            return kept;
        } catch (SocketException reset) {
            return false;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static double usedMib() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    private static long files() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test void aChordPlaysOn() throws Exception {
        try (PanelRig panel = new PanelRig(folder, Optional.empty(), false)) {
            for (int key : new int[] {48, 55, 60, 64}) {
                panel.ask("{\"do\":\"note\",\"key\":" + key + ",\"velocity\":100}");
            }
            List<byte[]> requests = requests(panel);
            flood(panel, requests, REQUESTS - 2_000);
            double heap = usedMib();
            long files = files();
            JsonNode before = PanelRig.JSON.readTree(panel.get("/api/status").body());
            List<Socket> others = new ArrayList<>();
            long begin = System.nanoTime();
            try {
                for (int i = 0; i < SILENT; i++) {
                    others.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), panel.port));
                }
                others.getFirst().getOutputStream().write(PanelRig.bytes("GET /api/listen HTTP/1.1\r\nHost: 127.0.0.1:" + panel.port + "\r\n\r\n"));
                flood(panel, requests, 0);
                assertEquals(4, panel.rig.instrument.engine().voices(), "voices of the chord");
            } finally {
                for (Socket other : others) {
                    other.close();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            awaitClosed(panel, files + SENDERS);
            double growth = growth(heap);
            JsonNode after = PanelRig.JSON.readTree(panel.get("/api/status").body());
            int late = after.at("/late/worked").asInt() - before.at("/late/worked").asInt();
            System.out.printf(Locale.ROOT, "panel: %d bad requests in %.1f s; late with too much to do %d; heap %+.1f MiB; replies %s%n",
                    REQUESTS, seconds, late, growth, told());
            assertEquals(0, late, "blocks late with too much to do");
            assertEquals(0, statuses.get(200), "requests that were not refused");
            assertEquals(0, after.at("/faults/ours").asInt(), "mistakes of ours");
            assertTrue(growth < MOST_MIB, growth + " MiB more");
        }
    }

    private static void awaitClosed(PanelRig panel, long most) throws Exception {
        for (long end = System.nanoTime() + PATIENCE_NANOS; files() > most && System.nanoTime() < end; Thread.sleep(100)) {
            assertEquals(200, panel.get("/api/status").statusCode());
        }
        assertTrue(files() <= most, files() - most + " files more are open");
    }

    /** What else runs in this machine may need memory for a while. */
    private static double growth(double before) throws InterruptedException {
        double growth = usedMib() - before;
        for (long end = System.nanoTime() + PATIENCE_NANOS; growth >= MOST_MIB && System.nanoTime() < end; growth = usedMib() - before) {
            Thread.sleep(500);
        }
        return growth;
    }

    private void flood(PanelRig panel, List<byte[]> requests, int from) throws InterruptedException {
        List<Thread> senders = IntStream.range(0, SENDERS)
                .mapToObj(sender -> Thread.ofPlatform().start(() -> send(panel, requests, from + sender))).toList();
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private String told() {
        return String.join(", ", IntStream.range(0, statuses.length()).filter(status -> statuses.get(status) > 0)
                .mapToObj(status -> (status == 0 ? "none" : status) + ": " + statuses.get(status)).toList());
    }
}
