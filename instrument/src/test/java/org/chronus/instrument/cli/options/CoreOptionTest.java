package org.chronus.instrument.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.foreign.Processors;
import org.chronus.foreign.Scheduling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What {@code --cores} leads to. */
class CoreOptionTest {
    @Command
    private static final class Chosen {
        @Mixin private CoreOption cores;
    }

    @AfterEach void anywhere() {
        Scheduling.keepAudioTo(List.of());
    }

    private static void choose(String... words) throws Refusal, InterruptedException {
        Chosen chosen = new Chosen();
        new CommandLine(chosen).parseArgs(words);
        chosen.cores.apply();
    }

    @Test void theFirstIsForTheAudioThreadAndTheOthersForPlugins() throws Exception {
        String all = String.join(",", Processors.online().stream().filter(CoreOptionTest::isAllowed).map(String::valueOf).toList());
        choose("--cores", all);
        assertEquals(Processors.parse(all).size() - 1, Scheduling.processorsBesideAudio().size());
        choose("--cores=none");
        assertEquals(List.of(), Scheduling.processorsBesideAudio());
        choose();
    }

    private static boolean isAllowed(int processor) {
        try {
            return Processors.allow(processor);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test void oneThatIsNotThereIsRefusedWithThoseThatThereAre() {
        String line = assertThrows(Refusal.class, () -> choose("--cores", "0,999")).getMessage();
        assertTrue(line.startsWith("--cores: 999 is not there, or not for this process: there are 0"), line);
    }

    @Test void whatIsNoListIsRefused() {
        assertEquals("--cores: '1;2' is not a list of processors: write for example 2,3 or 2-5",
                assertThrows(Refusal.class, () -> choose("--cores", "1;2")).getMessage());
    }
}
