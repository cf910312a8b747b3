package org.chronus.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** Lists of processors, and a thread that keeps to some. */
class ProcessorsTest {
    private static final int NOWHERE = 1_023;

    private static List<Integer> mask() {
        try {
            return Processors.parse(Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow().split("\\s+")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test void listsAreAsTheKernelWritesThem() {
        assertEquals(List.of(3), Processors.parse("3\n"));
        assertEquals(List.of(0, 1, 2, 7), Processors.parse("0-2,7"));
        for (String wrong : List.of("", "a", "1,", "-1", "1--2", "99999")) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> Processors.parse(wrong)).getMessage().contains("write for example"));
        }
    }

    @Test void aThreadKeepsToAProcessorAndOthersDoNot() throws Exception {
        List<Integer> before = mask();
        int one = before.getLast();
        assertTrue(Processors.allow(one) && Processors.online().contains(one));
        CompletableFuture<List<Integer>> seen = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            Processors.keepTo(List.of(one));
            seen.complete(mask());
        }).join();
        assertEquals(List.of(one), seen.get());
        assertEquals(before, mask());
    }

    @Test void oneThatIsNotThereIsNotAllowed() throws Exception {
        assertFalse(Processors.allow(NOWHERE));
        assertFalse(Processors.allow(9_999));
    }

    @Test void theAudioThreadHasTheFirstAndWhatItWaitsForTheOthers() throws Exception {
        List<Integer> all = mask();
        CompletableFuture<List<Integer>> seen = new CompletableFuture<>();
        try {
            Scheduling.keepAudioTo(List.of(all.getLast(), all.getFirst()));
            Thread.ofPlatform().start(() -> {
                Scheduling.audio();
                seen.complete(mask());
            }).join();
            assertEquals(List.of(all.getLast()), seen.get());
            assertEquals(List.of(all.getFirst()), Scheduling.processorsBesideAudio());
        } finally {
            Scheduling.keepAudioTo(List.of());
        }
    }
}
