package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PipeWire without hardware is a JACK server to us. It lives in a session of its own, as a child with its own environment. */
class PipeWireTest {
    private static final String SESSION = """
            pipewire & pipewire=$!
            for i in $(seq 100); do pw-cli info 0 >/dev/null 2>&1 && break; sleep 0.1; done
            wireplumber & wireplumber=$!
            sleep 1
            pw-cli create-node adapter "{ factory.name=support.null-audio-sink node.name=testsink media.class=Audio/Sink object.linger=true \
            audio.position=[FL FR] }" >/dev/null
            for i in $(seq 100); do pw-link -i | grep -q testsink && break; sleep 0.1; done
            "$@" </dev/null >"$XDG_RUNTIME_DIR/said" 2>&1 & play=$!
            for i in $(seq 300); do pw-link -l | grep -q 'chronus:out_right' && break; sleep 0.1; done
            pw-link -l
            pw-metadata -n settings 0 clock.force-rate 96000 >/dev/null
            for i in $(seq 300); do grep -q 'at 96000 Hz' "$XDG_RUNTIME_DIR/said" && pw-link -l | grep -q 'chronus:out_right' && break; sleep 0.1; done
            pw-link -l
            kill $play; wait $play
            cat "$XDG_RUNTIME_DIR/said"
            kill $wireplumber $pipewire; wait
            """;
    @TempDir
    private Path runtime;

    @Test void itPlaysOnTheSinkThatIsThere() throws IOException, InterruptedException {
        assumeTrue(Stream.of("pipewire", "wireplumber", "pw-link", "dbus-run-session").allMatch(JackServer::has),
                "install pipewire, wireplumber, pipewire-jack and dbus to run the tests with PipeWire");
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        Path output = Files.createTempFile("pipewire", ".txt");
        ProcessBuilder builder = new ProcessBuilder("dbus-run-session", "--", "bash", "-c", SESSION, "session", System.getProperty("java.home")
                + "/bin/java",
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.chronus.instrument.cli.Main", "play", "Init", "--no-socket", "--audio", "jack");
        builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        builder.environment().put("JACK_NO_START_SERVER", "1");
        Process session = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(session.waitFor(120, TimeUnit.SECONDS), "it ends");
            List<String> lines = Files.readAllLines(output);
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("audio   connected to testsink")), String.join("\n", lines));
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("audio   PipeWire, client chronus, ")), String.join("\n", lines));
            assertTrue(lines.contains("  |<- chronus:out_left") && lines.contains("  |<- chronus:out_right"), String.join("\n", lines));
            assertTrue(lines.contains("audio   PipeWire has changed its rate"), String.join("\n", lines));
            assertTrue(lines.stream()
                    .anyMatch(line -> line.matches("audio   PipeWire is back, as chronus.*, at 96000 Hz")), String.join("\n", lines));
        } finally {
            session.descendants().forEach(ProcessHandle::destroyForcibly);
            session.destroyForcibly();
            Files.delete(output);
        }
    }
}
