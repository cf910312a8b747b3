package org.chronus.instrument.loader;

import static org.chronus.instrument.loader.LoaderRig.FIRST;
import static org.chronus.instrument.loader.LoaderRig.OTHER;
import static org.chronus.instrument.loader.LoaderRig.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another sample rate, while the engine is not called: silence until what played is there for it. */
class RateChangeTest {
    private static final int RATE = 96_000;
    @TempDir
    private Path folder;
    private LoaderRig rig;

    @BeforeEach void load() throws IOException {
        rig = new LoaderRig(folder);
    }

    @AfterEach void close() {
        rig.engine.slots().giveBackAll();
        rig.loader.close();
    }

    private void press(int key) {
        rig.engine.offer(new Event(System.nanoTime(), new Gesture.NoteOn(0, 0, key, 1)));
    }

    private void awaitSound() throws InterruptedException {
        for (int look = 0; look < 10_000; look++) {
            float[] block = rig.render();
            if (Stage.rms(block, 0, block.length) > 0.01) {
                return;
            }
            Thread.sleep(1);
        }
        throw new AssertionError("silence");
    }

    @Test void theKeysThatAreDownAreHeardAgainAfterSilence() throws InterruptedException {
        press(69);
        awaitSound();
        rig.engine.rate(RATE);
        float[] first = rig.render();
        assertTrue(Stage.steepest(first, 0, first.length) < 0.01, "the old patch is gone");
        awaitSound();
        assertEquals("First", rig.playing());
        assertEquals(1, rig.engine.voices());
        assertEquals(0, rig.engine.stats().failures());
        assertEquals(0, rig.engine.stats().failovers());
        assertEquals(List.of(), rig.warned());
    }

    @Test void secondsGoOnWhereTheyWere() {
        rig.render();
        double before = rig.engine.sampleRate().seconds(rig.engine.position());
        rig.engine.rate(RATE);
        assertEquals(before, rig.engine.sampleRate().seconds(rig.engine.position()), 1e-9);
        rig.render();
        assertEquals(before + LoaderRig.BLOCK / (double) RATE, rig.engine.sampleRate().seconds(rig.engine.position()), 1e-9);
    }

    @Test void aChangeThatIsUnderWayComesAtTheNewRate() throws InterruptedException {
        SwapReport slow = rig.request(SLOW);
        Thread.sleep(20);
        rig.engine.rate(RATE);
        rig.openGate();
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(slow));
        press(69);
        awaitSound();
        assertEquals("Slow", rig.playing());
        assertEquals(RATE, rig.engine.slots().active().primed().patch().sampleRate());
    }

    @Test void thoseThatAreReadyAreMadeAnew() throws InterruptedException {
        rig.openGate();
        for (int round = 0; round < 10; round++) {
            rig.engine.rate(round % 2 == 0 ? RATE : Stage.RATE);
            SwapReport next = rig.request(round % 2 == 0 ? OTHER : FIRST);
            assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(next));
            assertEquals(rig.engine.sampleRate().hertz(), rig.engine.slots().active().primed().patch().sampleRate());
        }
        rig.rest();
        assertTrue(rig.alive() <= 12, rig.alive() + " of the old ones were not released");
    }

    @Test void whatWasOfferedAndNotHeardIsOfferedAnew() throws InterruptedException {
        SwapReport other = rig.request(OTHER);
        while (!other.isSettled()) {
            Thread.sleep(1);
        }
        rig.engine.rate(RATE);
        assertEquals(SwapReport.Outcome.SWAPPED, rig.outcome(other));
        assertEquals("Other", rig.playing());
        assertEquals(RATE, rig.engine.slots().active().primed().patch().sampleRate());
    }
}
