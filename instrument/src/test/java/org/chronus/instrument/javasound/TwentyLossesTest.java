package org.chronus.instrument.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.ToneEngine;
import org.chronus.instrument.audio.DeviceBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.javasound.TestCard.Mood;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A card is lost twenty times, in every way that cards are, while a key is held; another comes and goes meanwhile. */
class TwentyLossesTest {
    private static final int RATE = 48_000, PERIOD = 64, LOSSES = 20, KEY = 69;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private final Engine engine = ToneEngine.create();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private TestCard card = new TestCard("USB [fake:1]");

    @AfterEach void pullOut() {
        TestCards.pullOutAll();
    }

    private static void await(String what, BooleanSupplier happens) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!happens.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "never: " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void awaitFrames(int frames) {
        long from = engine.position();
        await(frames + " frames more", () -> engine.position() >= from + frames);
    }

    private void awaitSound() {
        await("sound", () -> card.sounds());
    }

    @Test void eachTimeTheHeldKeySoundsAgainSoonAndInTheEndNothingHangs() throws Exception {
        TestCards.warm();
        TestCards.plugIn(card);
        try (DeviceBackend audio = DeviceBackend.open(new JavaSoundDevice(""), RATE, PERIOD)) {
            audio.report(lines::add);
            audio.start(engine);
            engine.offer(new Event(System.nanoTime(), new Gesture.NoteOn(0, 0, KEY, 1)));
            awaitSound();
            long worst = 0;
            for (int i = 0; i < LOSSES; i++) {
                worst = Math.max(worst, lose(Mood.values()[1 + i % 4], i));
            }
            System.out.printf(Locale.ROOT, "twenty losses: from the return of the card to its sound %.2f s at worst, by the engine's frames%n",
                    worst / (double) RATE);
            assertTrue(worst < 2 * RATE, "the sound was away for " + worst + " frames");
            assertEquals(2 * LOSSES, lines.size(), () -> "two lines for each: " + lines);
            engine.offer(new Event(System.nanoTime(), new Gesture.NoteOff(0, 0, KEY, 0.5f)));
            await("silence", engine::isSilent);
            awaitFrames(RATE);
            assertEquals(0, card.last().peak(100), "a note hangs");
            assertEquals(1, card.open.get(), "lines are left open");
        }
        assertEquals(0, card.open.get(), "a line is left open");
        await("no thread is left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().matches("audio.*|output") && !others.contains(thread)));
    }

    /** Returns the frames, as the engine counts them, from the return of the card to its sound. */
    private long lose(Mood how, int number) {
        TestCard old = card;
        int said = lines.size();
        old.mood = how;
        TestCards.pullOut(old);
        await("it is said", () -> lines.size() > said);
        assertTrue(lines.getLast().startsWith("USB [fake:1]") && lines.getLast().contains("connect it"), lines.getLast());
        awaitFrames(PERIOD * 20);
        TestCard other = new TestCard("Other " + number);
        TestCards.plugIn(other);
        awaitFrames(PERIOD * 20);
        await("what was open is closed", () -> old.open.get() == 0);
        card = new TestCard("USB [fake:1]");
        TestCards.plugIn(card);
        long back = engine.position();
        awaitSound();
        assertEquals(List.of(), other.lines, "an unrelated card was opened");
        TestCards.pullOut(other);
        return engine.position() - back;
    }

    @Test void aCardThatLeavesTheListAndGoesOnPlayingIsLeftAlone() throws Exception {
        TestCards.warm();
        TestCards.plugIn(card);
        try (DeviceBackend audio = DeviceBackend.open(new JavaSoundDevice(""), RATE, PERIOD)) {
            audio.report(lines::add);
            audio.start(engine);
            TestCards.pullOut(card);
            TestCards.plugIn(new TestCard("USB other"));
            awaitFrames(RATE);
            assertEquals(1, card.lines.size());
            assertEquals(List.of(), lines);
        }
    }
}
