package org.chronus.instrument.soak;

import static org.chronus.instrument.random.CommandKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Command;

/**
 * Four keyboards that have gone mad, each a thread of its own: ten thousand messages a second, ten at a time as USB brings them, half of
 * them notes of a hundredth of a second, half wheels and pressure.
 */
final class Flood implements AutoCloseable {
    private static final int FIRST_SOURCE = 8, KEYBOARDS = 4, BURST = 10, LOWEST = 30, KEYS = 48, HELD = 24;
    private static final long BURST_NANOS = 1_000_000;

    private final Consumer<Command> sink;
    private final AtomicLong sent = new AtomicLong();
    private final List<Thread> keyboards = new ArrayList<>();
    private volatile boolean ends;

    /** They begin. {@code sink} is called by all of them at once. */
    Flood(Consumer<Command> sink) {
        this.sink = sink;
        for (int i = 0; i < KEYBOARDS; i++) {
            CommandMix mix = new CommandMix(FIRST_SOURCE + i).channels(i).keys(LOWEST, KEYS, HELD)
                    .weigh(NOTE_ON, 2).weigh(NOTE_OFF, 2).weigh(PITCH_BEND, 1).weigh(CONTROLLER, 1).weigh(CHANNEL_PRESSURE, 2);
            RandomCommands keyboard = new RandomCommands(mix, i);
            keyboards.add(Thread.ofPlatform().daemon().name("flood-" + i).start(() -> play(keyboard)));
        }
    }

    /** Messages that were sent so far. */
    long sent() {
        return sent.get();
    }

    private void play(RandomCommands keyboard) {
        long next = System.nanoTime();
        while (!ends) {
            for (int i = 0; i < BURST; i++) {
                send(keyboard.next());
            }
            next += BURST_NANOS;
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
        keyboard.letGo().forEach(this::send);
    }

    private void send(Command command) {
        sink.accept(command);
        sent.incrementAndGet();
    }

    /** They end; all their keys are up. */
    @Override public void close() {
        ends = true;
        for (Thread keyboard : keyboards) {
            try {
                keyboard.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
