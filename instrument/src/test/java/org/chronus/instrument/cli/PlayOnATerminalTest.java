package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code play} as a person has it: on a terminal, which {@code script} lends. */
class PlayOnATerminalTest {
    private final StringBuffer screen = new StringBuffer();
    @TempDir
    private Path state;
    private Process terminal;

    @BeforeEach void play() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script command to lend a terminal");
        String play = String.join("' '", ChildJvm.command(Main.class, "play", "--no-socket", "--audio", "null", "--midi", "none"));
        ProcessBuilder builder = new ProcessBuilder("script", "-qfc", "stty -g; '" + play + "'; stty -g", "/dev/null").redirectErrorStream(true);
        builder.environment().put("STATE_DIRECTORY", state.toString());
        terminal = builder.start();
        Thread.ofPlatform().daemon().start(this::watch);
        await("keys    ");
    }

    @AfterEach void end() {
        if (terminal != null) {
            terminal.destroyForcibly();
        }
    }

    @Test void keysActWithoutEnterAndTheTerminalIsGivenBackAsItWas() throws Exception {
        type("-");
        await("program 127 (#128) Reference voice");
        type("12\u007f\r");
        await("program 1 (#2) ");
        type("q");
        assertTrue(terminal.waitFor(30, TimeUnit.SECONDS), screen.toString());
        List<String> lines = screen.toString().lines().map(line -> line.replaceAll(".*\u001b\\[K", "")).toList();
        assertEquals(lines.getFirst(), lines.getLast(), screen.toString());
    }

    private void type(String keys) throws Exception {
        OutputStream input = terminal.getOutputStream();
        input.write(keys.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private void watch() {
        try (Reader output = new InputStreamReader(terminal.getInputStream(), StandardCharsets.UTF_8)) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                screen.append((char) next);
            }
        } catch (java.io.IOException e) {
            screen.append(e);
        }
    }

    private void await(String text) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (screen.indexOf(text) < 0) {
            assertTrue(Instant.now().isBefore(end), "60 s passed without '" + text + "': " + screen);
            Thread.sleep(5);
        }
    }
}
