package org.chronus.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Python at the other end, which knows datagrams of Unix sockets. */
class ServiceNotifierTest {
    /** Says that it is there, then each datagram in a line of its own. */
    private static final String MANAGER = """
            import socket, sys
            name = sys.argv[1]
            manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            manager.bind('\\0' + name[1:] if name[0] == '@' else name)
            print('there', flush=True)
            while True:
                print(manager.recv(4096).decode(), flush=True)
            """;
    private static final long MANY = 10_000;

    @TempDir
    Path folder;

    private static Process manage(String name) throws IOException {
        try {
            return new ProcessBuilder("python3", "-c", MANAGER, name).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException none) {
            assumeTrue(false, "needs python3");
            throw none;
        }
    }

    private static void assertHeard(String name) throws IOException {
        Process manager = manage(name);
        try (BufferedReader heard = new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("there", heard.readLine());
            ServiceNotifier notifier = ServiceNotifier.of(Map.of("NOTIFY_SOCKET", name));
            notifier.ready();
            notifier.status("plays Größe\nin C");
            notifier.alive();
            notifier.stopping();
            for (String line : List.of("READY=1", "STATUS=plays Größe in C", "WATCHDOG=1", "STOPPING=1")) {
                assertEquals(line, heard.readLine());
            }
        } finally {
            manager.destroyForcibly();
        }
    }

    @Test void aManagerWithAPathHearsEverything() throws IOException {
        assertHeard(folder.resolve("notify").toString());
    }

    @Test void aManagerWithANameInNoFolderHearsEverything() throws IOException {
        assertHeard("@chronus-test/" + ProcessHandle.current().pid());
    }

    @Test void nobodyIsToldWithoutAManagerAndNothingIsWrongWithOneThatIsGone() {
        for (String name : List.of("", "/", "@", "vsock:2:1", "/" + "x".repeat(107), folder.resolve("nobody").toString())) {
            ServiceNotifier notifier = ServiceNotifier.of(Map.of("NOTIFY_SOCKET", name));
            notifier.ready();
            notifier.stopping();
        }
        assertTrue(LocalDatagrams.isName("/" + "x".repeat(106)));
        assertFalse(LocalDatagrams.isName("/" + "ñ".repeat(106)), "bytes count");
    }

    @Test void aManagerThatDoesNotListenHoldsNobodyUp() throws Exception {
        String name = folder.resolve("deaf").toString();
        Process manager = manage(name);
        try {
            assertEquals('t', manager.getInputStream().read());
            assertEquals(0, new ProcessBuilder("kill", "-STOP", String.valueOf(manager.pid())).start().waitFor());
            LocalDatagrams socket = new LocalDatagrams(name);
            long sent = 0;
            while (sent < MANY && socket.send("WATCHDOG=1", false)) {
                sent++;
            }
            assertTrue(sent > 0 && sent < MANY, "sent " + sent);
        } finally {
            manager.destroyForcibly();
        }
    }

    @Test void theWatchdogIsMeantForTheProcessThatItNames() {
        String here = String.valueOf(ProcessHandle.current().pid());
        assertEquals(Optional.of(Duration.ofSeconds(10)), patience(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", here)));
        assertEquals(Optional.of(Duration.ofSeconds(10)), patience(Map.of("WATCHDOG_USEC", "10000000")));
        assertEquals(Optional.empty(), patience(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", "1")));
        assertEquals(Optional.empty(), patience(Map.of("WATCHDOG_USEC", "soon")));
        assertEquals(Optional.empty(), patience(Map.of()));
        assertEquals(Optional.empty(), ServiceNotifier.of(Map.of("WATCHDOG_USEC", "10000000")).patience());
    }

    private Optional<Duration> patience(Map<String, String> watchdog) {
        Map<String, String> environment = new HashMap<>(watchdog);
        environment.put("NOTIFY_SOCKET", folder.resolve("notify").toString());
        return ServiceNotifier.of(environment).patience();
    }
}
