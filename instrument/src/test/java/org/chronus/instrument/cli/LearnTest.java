package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnTest {
    @TempDir
    Path configuration;

    @Test void whatIsLearnedIsKeptUntilItIsLearnedAnewOrForgotten() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(LearnAKnob.class)).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", configuration.toString());
        builder.environment().put("XDG_DATA_HOME", configuration.resolve("data").toString());
        Process learn = builder.start();
        learn.getOutputStream().close();
        String said = new String(learn.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, learn.waitFor(), said);
        assertEquals("""
                Grand "A", channel 3, controller 21 -> filter.cutoff, picks up
                Grand "A", channel 3, controller 21 -> echo.mix, knob twos
                Grand "A", channel 3, controller 21 -> filter.cutoff
                Grand "A", channel 3, controller 21 -> filter.cutoff""",
                said.lines().filter(line -> line.startsWith("Grand")).collect(Collectors.joining("\n")));
        assertEquals("""
                chronus: no preset has filter.cutof: write a module and a port, as filter.cutoff
                chronus: nothing is bound to lfo.rate: chronus learn lists what is""",
                said.lines().filter(line -> line.startsWith("chronus")).collect(Collectors.joining("\n")));
        assertEquals("chronus: 1\nlearned: []\n", Files.readString(configuration.resolve("chronus").resolve("learned.yaml")));
    }
}
