package org.chronus.instrument.loader;

import static org.chronus.instrument.loader.LoaderRig.BLOCK;
import static org.chronus.instrument.loader.LoaderRig.FIRST;
import static org.chronus.instrument.loader.LoaderRig.NONE;
import static org.chronus.instrument.loader.LoaderRig.OTHER;
import static org.chronus.instrument.loader.LoaderRig.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program changes of a player who cannot wait, while one of the presets takes its time. */
class PresetLoaderTest {
    @TempDir
    private Path folder;
    private LoaderRig rig;

    @BeforeEach void playTheFirst() throws IOException {
        rig = new LoaderRig(folder);
    }

    @AfterEach void letGo() {
        rig.close();
    }

    @Test
    @Tag("L11")
    void whatPrimesTooLateIsNobodysAndOnlyTheNextCommitSwaps() throws InterruptedException {
        SwapReport slow = rig.request(SLOW);
        assertEquals(SwapReport.Outcome.FAILED, rig.outcome(slow));
        assertTrue(slow.reason().matches("Slow was not ready after \\d+ ms.*what sounds goes on.*CHRONUS_PRIME_TIMEOUT_MS.*"), slow.reason());
        assertEquals("First", rig.playing());
        SwapReport other = rig.request(OTHER);
        rig.letThrough();
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(other));
        rig.demandThatNothingElseSwaps("Other");
        assertEquals(SwapReport.Outcome.FAILED, slow.outcome());
    }

    @Test
    @Tag("L22")
    void aNoteDuringASlowPrimeSoundsInItsOwnBlock() {
        rig.request(SLOW);
        for (int i = 0; i < 100; i++) {
            assertEquals(0, Stage.rms(rig.render(), 0, BLOCK), "silence");
        }
        rig.engine.offer(new Event(System.nanoTime() - 1_000_000_000, new Gesture.NoteOn(0, 0, 69, 1)));
        assertTrue(Stage.rms(rig.render(), 0, BLOCK) > 0, "it came before the callback and sounds in it");
        assertEquals("First", rig.playing(), "the other is not ready yet");
    }

    @Test void askingForWhatSoundsTakesBackWhatPrimes() throws InterruptedException {
        SwapReport slow = rig.request(SLOW);
        while (slow.preset().isEmpty()) {
            Thread.sleep(1);
        }
        SwapReport first = rig.request(FIRST);
        assertEquals(SwapReport.Outcome.SAME, rig.outcome(first));
        assertEquals(SwapReport.Outcome.SUPERSEDED, rig.outcome(slow));
        rig.openGate();
        rig.demandThatNothingElseSwaps("First");
    }

    @Test void askingForWhatSoundsTakesBackWhatIsReadyButHasNotSounded() throws InterruptedException {
        SwapReport other = rig.request(OTHER);
        while (!other.isSettled()) {
            Thread.sleep(1);
        }
        assertEquals(SwapReport.Outcome.PENDING, other.outcome(), "no block has been rendered since");
        SwapReport first = rig.request(FIRST);
        while (!first.isSettled()) {
            Thread.sleep(1);
        }
        assertEquals(SwapReport.Outcome.SUPERSEDED, other.outcome());
        rig.demandThatNothingElseSwaps("First");
    }

    @Test void theLoaderSurvivesWhateverOneRequestThrows() throws Exception {
        Files.writeString(rig.other(), LoaderRig.through("Other", "greedy"));
        SwapReport greedy = rig.request(OTHER);
        assertEquals(SwapReport.Outcome.FAILED, rig.outcome(greedy));
        assertTrue(greedy.reason().contains("Other") && greedy.reason().contains("OutOfMemoryError"), greedy.reason());
        rig.throwOnce();
        rig.request(NONE);
        SwapReport next = rig.request(NONE);
        assertEquals(SwapReport.Outcome.UNKNOWN, rig.outcome(next));
        Files.writeString(rig.other(), Stage.TONE.replace("Tone", "Other"));
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(rig.request(OTHER)), "program changes go on");
        assertTrue(rig.warned().stream().anyMatch(line -> line.startsWith("loader: ") && line.contains("no reason")), rig.warned().toString());
    }

    @Test void aPatchThatIsAskedForAgainIsNotBuiltAgain() throws InterruptedException {
        rig.openGate();
        // At first each is built twice, for one of either stands by; and the rest of the bank is warmed up meanwhile.
        int before, rounds = 0;
        do {
            before = rig.built();
            takeTurns(10);
        } while (rig.built() > before && ++rounds < 20);
        assertEquals(before, rig.built(), "nothing is built for ten changes");
    }

    private void takeTurns(int changes) throws InterruptedException {
        for (int i = 0; i < changes; i++) {
            assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(rig.request(i % 2 == 0 ? OTHER : FIRST)));
            rig.playOn();
        }
    }

    @Test void everyModuleIsReleasedOnceTheLoaderIsClosed() throws InterruptedException {
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(rig.request(OTHER)));
        SwapReport slow = rig.request(SLOW);
        assertEquals(SwapReport.Outcome.FAILED, rig.outcome(slow), "it is too late");
        rig.letThrough();
        rig.engine.slots().giveBackAll();
        rig.loader.close();
        rig.awaitRelease();
        assertEquals(rig.built(), rig.released(), "also of the prime that was abandoned");
    }

    @Test void theSameProgramAgainChangesNothing() throws InterruptedException {
        Slot slot = rig.engine.slots().active();
        assertEquals(SwapReport.Outcome.SAME, rig.outcome(rig.request(FIRST)));
        rig.demandThatNothingElseSwaps("First");
        assertSame(slot, rig.engine.slots().active());
    }

    @Test void anUnknownProgramKeepsPlaying() throws InterruptedException {
        assertEquals(SwapReport.Outcome.UNKNOWN, rig.outcome(rig.request(NONE)));
        rig.demandThatNothingElseSwaps("First");
    }

    @Test
    @Tag("L20")
    void aFileThatWasSpoiltLeavesTheLastGoodOneSounding() throws Exception {
        Path file = rig.other();
        String good = Files.readString(file);
        Files.writeString(file, good.replace("{type: sine}", "{type: sien}"));
        SwapReport spoilt = rig.request(OTHER);
        assertEquals(SwapReport.Outcome.FAILED, rig.outcome(spoilt));
        assertTrue(spoilt.reason().contains("other.yaml:4:"), spoilt.reason());
        rig.demandThatNothingElseSwaps("First");
        Files.writeString(file, good);
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(rig.request(OTHER)), "mended, it is there");
    }
}
