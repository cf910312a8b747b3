package org.chronus.instrument.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;

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
            int source = FIRST_SOURCE + i, channel = i;
            keyboards.add(Thread.ofPlatform().daemon().name("flood-" + i).start(() -> play(source, channel)));
        }
    }

    /** Messages that were sent so far. */
    long sent() {
        return sent.get();
    }

    private void play(int source, int channel) {
        long next = System.nanoTime();
        int number = 0;
        while (!ends) {
            for (int i = 0; i < BURST; i++) {
                send(message(source, channel, number++));
            }
            next += BURST_NANOS;
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
        for (int key = LOWEST; key < LOWEST + KEYS; key++) {
            send(new Gesture.NoteOff(source, channel, key, 0.5f));
        }
    }

    private void send(Command command) {
        sink.accept(command);
        sent.incrementAndGet();
    }

    /** A key, a wheel, the key that was struck 24 keys ago, pressure; and again. */
    private static Command message(int source, int channel, int number) {
        int round = number / 4;
        float position = round % 128 / 127f;
        return switch (number % 4) {
            case 0 -> new Gesture.NoteOn(source, channel, LOWEST + round % KEYS, (1 + round % 127) / 127f);
            case 1 -> round % 2 == 0 ? new Gesture.PitchBend(source, channel, 2 * position - 1)
                    : new Gesture.Controller(source, channel, 1, position);
            case 2 -> new Gesture.NoteOff(source, channel, LOWEST + (round + HELD) % KEYS, 0.5f);
            default -> new Gesture.ChannelPressure(source, channel, position);
        };
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
