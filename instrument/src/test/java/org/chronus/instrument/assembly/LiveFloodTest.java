package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.engine.CommandInbox;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four keyboards of ten thousand messages a second each, against the clock: what is taken comes out, once and in its order. */
@Tag("fuzz")
class LiveFloodTest {
    private static final int PERIOD = 64, SOURCES = 4, A_SECOND = 10_000, BURST = 10, SECONDS = FuzzSize.of(2, 20);
    private static final long BURST_NANOS = 1_000_000_000L * BURST / A_SECOND;
    /** Numbers up to this one fit exactly into a velocity. */
    private static final float NUMBERS = 1 << 20;

    private final AtomicInteger accepted = new AtomicInteger(), lostOffs = new AtomicInteger();

    /** Strikes and lifts a key; the velocity is the number of the message. */
    private static Command message(int source, int number) {
        int key = 30 + number / 2 % 60;
        float velocity = (number + 1) / NUMBERS;
        return number % 2 == 0 ? new Gesture.NoteOn(source, source, key, velocity) : new Gesture.NoteOff(source, source, key, velocity);
    }

    private static int number(Command command) {
        return (int) (NUMBERS * switch (command) {
            case Gesture.NoteOn on -> on.velocity();
            case Gesture.NoteOff off -> off.velocity();
            default -> throw new AssertionError(command);
        });
    }

    /** Returns when all has been sent, and what came last was taken out: how many periods were asked for too late. */
    private long flood(AudioCallback callback, Predicate<Event> door) throws IOException, InterruptedException {
        AtomicLong calls = new AtomicLong();
        try (ClockedBackend clock = new ClockedBackend("null", Stage.RATE, PERIOD, null)) {
            clock.start((left, right, frames) -> {
                callback.process(left, right, frames);
                calls.incrementAndGet();
            });
            List<Thread> keyboards = new ArrayList<>();
            for (int s = 0; s < SOURCES; s++) {
                int source = s;
                keyboards.add(Thread.ofPlatform().start(() -> play(source, door)));
            }
            for (Thread keyboard : keyboards) {
                keyboard.join();
            }
            for (long end = calls.get() + 1_000; calls.get() < end;) {
                LockSupport.parkNanos(1_000_000);
            }
            return clock.late();
        }
    }

    private void play(int source, Predicate<Event> door) {
        long start = System.nanoTime();
        for (int i = 0; i < SECONDS * A_SECOND; i++) {
            for (long wait; i % BURST == 0 && (wait = start + i / BURST * BURST_NANOS - System.nanoTime()) > 0;) {
                LockSupport.parkNanos(wait);
            }
            Command command = message(source, i);
            if (door.test(new Event(System.nanoTime(), command))) {
                accepted.incrementAndGet();
            } else if (command instanceof Gesture.NoteOff) {
                lostOffs.incrementAndGet();
            }
        }
    }

    @Test void whatIsTakenComesOutOnceAndInItsOrder() throws Exception {
        int[] last = new int[SOURCES];
        long[] frame = new long[SOURCES], position = new long[1];
        List<String> wrong = new ArrayList<>();
        AtomicInteger delivered = new AtomicInteger();
        CommandInbox inbox = new CommandInbox(8_192, Stage.RATE, (at, command) -> {
            if (command instanceof Release.ReleaseSource) {
                return;
            }
            int number = number(command), source = command.source();
            if (number <= last[source] || at < frame[source]) {
                wrong.add(command + " at " + at + " after number " + last[source] + " at " + frame[source]);
            }
            last[source] = number;
            frame[source] = at;
            delivered.incrementAndGet();
        });
        long late = flood((left, right, frames) -> {
            inbox.drain(position[0], frames);
            position[0] += frames;
        }, inbox::offer);
        assertEquals(List.of(), wrong);
        assertEquals(accepted.get(), delivered.get());
        assertEquals(SOURCES * SECONDS * A_SECOND, accepted.get() + inbox.refused(), "what was not taken was counted");
        System.out.println("flood of the inbox: " + inbox.refused() + " of " + SOURCES * SECONDS * A_SECOND + " refused, " + late + " periods late");
    }

    @Test void noNoteHangsWhateverTheClockDoes() throws Exception {
        Stage stage = new Stage();
        stage.offer(Stage.TONE.replace("release: 0.1 s", "release: 1 ms") + "voices: {count: 64}\n");
        stage.left(PERIOD);
        long late = flood(stage.engine, stage.engine::offer);
        assertTrue(stage.engine.stats().mostVoices() > 0, "it played");
        assertEquals(0, stage.engine.voices(), "all keys are up");
        assertEquals(0, stage.engine.stats().failures() + stage.engine.stats().scrubbed());
        assertTrue(stage.engine.refused() >= lostOffs.get(), "what was not taken was counted");
        System.out.println("flood of the engine: " + stage.engine.refused() + " of " + SOURCES * SECONDS * A_SECOND + " refused, " + lostOffs
                + " of them note-offs, made up for by releasing their source, " + late + " periods late");
    }
}
