package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audio thread of JACK loads no class when events come, and does not fall back into the interpreter. */
class JackLoadingTest {
    private static final int NOTES = 300;

    @Test void theFirstEventFindsAllThatItNeeds(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        String thread;
        try (JackServer server = new JackServer(64)) {
            Process instrument = new ProcessBuilder(ChildJvm.command(List.of(
                    "-Xlog:class+load=info,deoptimization=debug:file=" + log + ":tid,tags"), JackFirstEvents.class, server.name))
                    .redirectErrorStream(true).start();
            try (BufferedReader said = instrument.inputReader()) {
                String line = said.readLine();
                while (line != null && !line.startsWith("ready ")) {
                    line = said.readLine();
                }
                assertTrue(line != null, "it plays");
                thread = line.substring("ready ".length());
                assertTrue(server.probe(folder, "chronus:midi_in", "chronus:out_left", folder.resolve("frames"), NOTES).size() >= NOTES);
                instrument.getOutputStream().close();
                assertEquals(0, instrument.waitFor());
            } finally {
                instrument.destroyForcibly().waitFor();
            }
        }
        List<String> lines = Files.readAllLines(log);
        int mark = (int) lines.stream().takeWhile(line -> !line.contains("JackFirstEvents$Mark")).count();
        assertTrue(lines.stream().limit(mark).anyMatch(line -> line.startsWith("[" + thread + "]")), "the audio thread is in the log");
        assertEquals(List.of(), lines.stream().skip(mark).filter(line -> line.startsWith("[" + thread + "]")).toList());
    }
}
