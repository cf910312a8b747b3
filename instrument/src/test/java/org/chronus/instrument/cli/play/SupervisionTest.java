package org.chronus.instrument.cli.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.cli.Main;
import org.chronus.foreign.ServiceNotifier;
import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code play} as a service, with Python as the service manager. */
class SupervisionTest {
    private static final String MANAGER = """
            import socket, sys
            manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            manager.bind(sys.argv[1])
            manager.settimeout(90)
            print('there', flush=True)
            while True:
                print(manager.recv(4096).decode(), flush=True)
            """;

    @TempDir
    Path folder;

    @Test void aManagerHearsWhatPlaysThatItGoesOnAndThatItEnds() throws Exception {
        String socket = folder.resolve("notify").toString();
        Process manager = manage(socket);
        try (BufferedReader heard = new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("there", heard.readLine());
            Process play = play(socket);
            try {
                assertTrue(until("WATCHDOG=1", heard).containsAll(List.of("READY=1", "STATUS=plays Init")));
                until("WATCHDOG=1", heard);
                play.destroy();
                until("STOPPING=1", heard);
                assertTrue(play.waitFor(30, TimeUnit.SECONDS));
            } finally {
                play.destroyForcibly();
            }
        } finally {
            manager.destroyForcibly();
        }
    }

    @Test void onlyAnAudioThreadThatGoesOnFeedsTheWatchdog() throws Exception {
        assertTrue(saidOf(10, 11, 12, 13, 14).size() >= 4, "the first look may come before it is time");
        assertTrue(saidOf(10, 11, 11, 11, 11, 12).size() <= 3, "looks that see what the one before saw say nothing");
    }

    /** What the manager hears of looks that are 30 ms apart, when its patience is 40 ms. */
    private List<String> saidOf(long... calls) throws Exception {
        String socket = folder.resolve("looks" + calls.length).toString();
        Process manager = manage(socket);
        List<String> said = new ArrayList<>();
        try (BufferedReader heard = new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("there", heard.readLine());
            Supervision supervision = new Supervision(ServiceNotifier.of(
                    Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "40000")));
            for (long count : calls) {
                supervision.look(count);
                Thread.sleep(30);
            }
            supervision.stopping();
            for (String line = heard.readLine(); !line.equals("STOPPING=1"); line = heard.readLine()) {
                said.add(line);
            }
            return said;
        } finally {
            manager.destroyForcibly();
        }
    }

    private Process play(String socket) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(Main.class, "play", "Init", "--audio", "null", "--midi", "none"));
        builder.environment().put("NOTIFY_SOCKET", socket);
        builder.environment().put("WATCHDOG_USEC", "2000000");
        builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        return builder.start();
    }

    private static HashSet<String> until(String last, BufferedReader heard) throws IOException {
        HashSet<String> all = new HashSet<>();
        for (String line = heard.readLine(); line != null; line = heard.readLine()) {
            all.add(line);
            if (line.equals(last)) {
                return all;
            }
        }
        throw new AssertionError("the manager did not hear " + last + ", but " + all);
    }

    private static Process manage(String socket) throws IOException {
        try {
            return new ProcessBuilder("python3", "-c", MANAGER, socket).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException none) {
            assumeTrue(false, "needs python3");
            throw none;
        }
    }
}
