package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More notes from more keyboards than anybody has hands: none hangs, and each keyboard's stay in their order. */
@Tag("L12")
class FloodTest {
    private static final int BLOCK = 64, SOURCES = 4, PAIRS = 10_000, LAST_KEY = 96;

    private final Stage stage = new Stage();
    private final Engine engine = stage.engine;

    @BeforeEach void choose() {
        stage.offer(Stage.TONE.replace("release: 0.1 s", "release: 1 ms") + "voices: {count: 64}\n");
        engine.process(new float[BLOCK], new float[BLOCK], BLOCK);
    }

    private void process(int blocks) {
        for (int i = 0; i < blocks; i++) {
            engine.process(new float[BLOCK], new float[BLOCK], BLOCK);
        }
    }

    private boolean send(Command command) {
        return engine.offer(new Event(System.nanoTime(), command));
    }

    private static Command on(int source, int key) {
        return new Gesture.NoteOn(source, source, key, 1);
    }

    private static Command off(int source, int key) {
        return new Gesture.NoteOff(source, source, key, 0.5f);
    }

    /** Every source plays all its notes from a thread of its own, while the engine runs. */
    private void play(boolean waits) throws InterruptedException {
        List<Thread> players = new ArrayList<>();
        for (int s = 0; s < SOURCES; s++) {
            int source = s;
            players.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < PAIRS; i++) {
                    send(on(source, 30 + i % 50));
                    send(off(source, 30 + i % 50));
                    for (long call = engine.callWatch().calls(); waits && i % 8 == 0 && engine.callWatch().calls() == call;) {
                        LockSupport.parkNanos(20_000);
                    }
                }
            }));
        }
        while (players.stream().anyMatch(Thread::isAlive)) {
            process(1);
        }
    }

    @Test void noNoteHangsAndTheOrderOfEachSourceIsKept() throws InterruptedException {
        play(true);
        for (int source = 0; source < SOURCES; source++) {
            send(on(source, LAST_KEY));
        }
        process(1_000);
        assertEquals(0, engine.refused(), "there was room for all");
        assertEquals(SOURCES, engine.voices(), "the last keys are down, and no others");
        for (int source = 0; source < SOURCES; source++) {
            send(off(source, LAST_KEY));
        }
        process(1_000);
        assertEquals(0, engine.voices());
    }

    @Test void noNoteHangsWhenThereIsNoRoomForAll() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            play(false);
            for (int source = 0; source < SOURCES; source++) {
                for (int j = 0; j < PAIRS; j++) {
                    send(on(source, 60));
                    send(off(source, 60));
                }
            }
            process(1_000);
            assertEquals(0, engine.voices(), "all keys are up");
        }
        assertTrue(engine.refused() > 0, "there was too little room");
    }

    @Test void aKeyStruckAndLiftedAcrossTwoLateCallbacksDoesNotHang() throws InterruptedException {
        process(1);
        Thread.sleep(80);
        process(1);
        long struck = System.nanoTime();
        engine.offer(new Event(struck, on(0, 60)));
        process(1);
        engine.offer(new Event(struck + 10_000, off(0, 60)));
        process(1_000);
        assertEquals(1, engine.stats().mostVoices(), "it sounded");
        assertEquals(0, engine.voices(), "and ended");
    }

    @Test void aNoteThatWasQueuedBeforeTheRoomRanOutDoesNotHang() {
        for (int i = 0; i < 6_000; i++) {
            send(new Gesture.Controller(1, 1, 1, 0));
        }
        send(on(0, 60));
        for (long refused = engine.refused(); engine.refused() == refused;) {
            send(off(1, 60));
        }
        assertTrue(!send(off(0, 60)), "there is no room for it");
        engine.process(new float[4_096], new float[4_096], 4_096);
        process(1_000);
        assertEquals(1, engine.stats().mostVoices(), "it sounded");
        assertEquals(0, engine.voices(), "and ended");
    }
}
