package org.chronus.instrument.loader;

import static org.chronus.instrument.loader.LoaderRig.BLOCK;
import static org.chronus.instrument.loader.LoaderRig.FIRST;
import static org.chronus.instrument.loader.LoaderRig.OTHER;
import static org.chronus.instrument.loader.LoaderRig.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapReport.Outcome;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program changes of a player who does what was expected. */
class ReadyPatchesTest {
    @TempDir
    private Path folder;
    private LoaderRig rig;

    @BeforeEach void playTheFirst() throws IOException {
        rig = new LoaderRig(folder);
    }

    @AfterEach void letGo() {
        rig.close();
    }

    private void expect(int... programs) {
        rig.loader.expect(IntStream.of(programs).mapToObj(program -> new ProgramAddress(0, program)).toList());
    }

    /** Asks for a program while no time passes; returns how much was built and tried for it. */
    private int workFor(int program) throws InterruptedException {
        int before = rig.work();
        SwapReport swap = rig.request(program);
        while (!swap.isSettled()) {
            Thread.sleep(1);
        }
        int work = rig.work() - before;
        long now = rig.engine.position();
        rig.render();
        assertEquals(Outcome.SWAPPED, swap.outcome());
        assertEquals(now, swap.swapFrame(), "the first grid line after it was asked for");
        return work;
    }

    @Test void whatIsExpectedIsOfferedWithoutBuildingOrTryingAnything() throws InterruptedException {
        expect(OTHER);
        rig.rest();
        assertEquals(0, workFor(OTHER));
        assertEquals("Other", rig.playing());
    }

    @Test void goingOnAndBackFindsBothReady() throws InterruptedException {
        expect(OTHER, SLOW);
        for (int program : new int[] {OTHER, FIRST, SLOW, FIRST, OTHER}) {
            rig.rest();
            assertEquals(0, workFor(program), "program " + program);
            expect(program == FIRST ? new int[] {OTHER, SLOW} : new int[] {FIRST});
        }
    }

    @Test void whatIsNotExpectedIsPrimedWhenItIsAskedFor() throws InterruptedException {
        expect(OTHER);
        rig.rest();
        assertTrue(workFor(SLOW) > 0);
    }

    @Test void whatIsNoLongerExpectedIsTriedAgainButNotBuiltAgain() throws InterruptedException {
        expect(OTHER);
        rig.rest();
        expect(SLOW);
        rig.rest();
        int before = rig.built();
        assertTrue(workFor(OTHER) > 0);
        assertEquals(before, rig.built());
    }

    @Test void withoutNeighboursNothingIsPrimedAhead() throws Exception {
        rig.close();
        rig = new LoaderRig(folder, 0);
        rig.rest();
        int before = rig.work();
        expect(OTHER, SLOW);
        rig.rest();
        assertEquals(before, rig.work());
        assertTrue(workFor(OTHER) > 0);
    }

    @Test void aFileThatWasEditedMeanwhileIsHeardAsItIsNow() throws Exception {
        expect(OTHER);
        rig.rest();
        Files.writeString(rig.other(), LoaderRig.through("Edited", "counted"));
        assertTrue(workFor(OTHER) > 0);
        assertEquals("Edited", rig.playing());
    }

    @Test void whatMovedWhileItWaitedIsKnownToIt() throws InterruptedException {
        expect(OTHER);
        rig.rest();
        for (float volume : new float[] {1, 0}) {
            rig.engine.offer(new Event(System.nanoTime(), new Gesture.Controller(0, 0, 7, volume)));
            rig.playOn();
            assertEquals(0, workFor(volume == 1 ? OTHER : FIRST));
            expect(FIRST);
            rig.engine.offer(new Event(System.nanoTime(), new Gesture.NoteOn(0, 0, 69, 1)));
            rig.rest();
            assertEquals(volume > 0, Stage.rms(rig.render(), 0, BLOCK) > 0.01, "at volume " + volume);
            rig.engine.offer(new Event(System.nanoTime(), new Gesture.NoteOff(0, 0, 69, 0)));
            rig.rest();
        }
    }

    @Test void anotherRequestDoesNotWaitForWhatIsPrimedAhead() throws InterruptedException {
        awaitBuildingOf(SLOW);
        assertEquals(Outcome.SWAPPED, rig.outcome(rig.request(OTHER)));
        rig.letThrough();
        rig.demandThatNothingElseSwaps("Other");
        rig.rest();
        assertEquals(0, workFor(SLOW), "it was still expected, and had its turn again");
    }

    @Test void whoAsksForWhatIsPrimedAheadJustThenWaitsForThatPatch() throws InterruptedException {
        awaitBuildingOf(SLOW);
        int alive = rig.alive();
        SwapReport slow = rig.request(SLOW);
        rig.openGate();
        while (!slow.isSettled()) {
            Thread.sleep(1);
        }
        assertEquals(alive + 1, rig.alive(), "the second of its two groups of voices, and no other patch");
        assertEquals(Outcome.SWAPPED, rig.outcome(slow));
    }

    /** Waits until a slow program is being built ahead, and has one of its modules. */
    private void awaitBuildingOf(int program) throws InterruptedException {
        expect(program);
        while (!rig.isHeldUp()) {
            rig.playOn();
        }
    }

    @Test void whatCannotBePrimedIsSaidOnceAndNotOffered() throws Exception {
        Files.writeString(rig.other(), Stage.TONE.replace("Tone", "Other").replace("0.25", "0"));
        for (int i = 0; i < 3; i++) {
            expect(OTHER);
            rig.rest();
        }
        assertEquals(1, rig.warned().stream().filter(line -> line.startsWith("Other is silent")).count(), rig.warned().toString());
        assertEquals(Outcome.FAILED, rig.outcome(rig.request(OTHER)));
        assertEquals("First", rig.playing());
    }

    @Test void everyModuleOfAPatchThatWasNeverAskedForIsReleasedInTheEnd() throws InterruptedException {
        expect(OTHER, SLOW);
        rig.rest();
        rig.engine.slots().giveBackAll();
        rig.loader.close();
        rig.awaitRelease();
        assertEquals(rig.built(), rig.released());
    }
}
