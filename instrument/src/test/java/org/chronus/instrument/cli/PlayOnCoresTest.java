package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.foreign.Processors;
import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;

/** {@code --cores}: the audio thread keeps to its processor, and no other thread does. */
class PlayOnCoresTest {
    private static String own() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst()
                .orElseThrow().split("\\s+")[1];
    }

    private static List<String> threads(String cores) throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of(), AudioOnOneCore.class, cores);
        assertEquals(0, said.code(), said.text());
        return said.text().lines().filter(line -> line.startsWith("thread ")).toList();
    }

    @Test void onlyTheAudioThreadKeepsToTheProcessorThatWasChosen() throws Exception {
        String allowed = own();
        List<Integer> all = Processors.parse(allowed);
        assumeTrue(all.size() > 1, "there is one processor");
        List<String> threads = threads(all.getLast().toString());
        assertTrue(threads.contains("thread audio: " + all.getLast()), threads::toString);
        List<String> others = threads.stream().filter(line -> !line.startsWith("thread audio:")).toList();
        assertTrue(others.stream().anyMatch(line -> line.startsWith("thread C2 ")), others::toString);
        assertTrue(others.stream().anyMatch(line -> line.startsWith("thread ZDriver")), others::toString);
        assertEquals(List.of(), others.stream().filter(line -> !line.endsWith(": " + allowed)).toList());
    }

    @Test void withoutOneItRunsAnywhere() throws Exception {
        assertTrue(threads("none").contains("thread audio: " + own()));
    }
}
