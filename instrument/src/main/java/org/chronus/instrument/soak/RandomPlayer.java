package org.chronus.instrument.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Transport;

/**
 * Plays as nobody would for hours: chords, pedals, wheels, tempi, a program change every second, and now and then a storm of them, with
 * programs asked for again and programs that there are not. The same seed asks for the same. A thread of its own.
 */
final class RandomPlayer {
    private static final int SOURCE = 1, MOST_KEYS = 10;
    private static final long STEP_NANOS = 20_000_000;
    private static final int STEPS_PER_PROGRAM = 50, STORM_EVERY = 500, STORM = 200;
    private static final long STORM_GAP_NANOS = 5_000_000;
    private static final int[] CONTROLLERS = {1, 7, 11, 10, 74, 71, 73, 72, 91, 93, 2, 4};

    private final Consumer<Command> sink;
    private final List<Integer> programs;
    private final SplittableRandom random;
    private final RandomMpePlayer fingers;
    private final List<Integer> keys = new ArrayList<>();
    private boolean pedal;
    private int asked;

    /** @param programs those that the bank has */
    RandomPlayer(Consumer<Command> sink, List<Integer> programs, long seed) {
        this.sink = sink;
        this.programs = programs;
        random = new SplittableRandom(seed);
        fingers = new RandomMpePlayer(random, sink);
    }

    /** The keyboards say what they are. */
    void begin() {
        fingers.begin();
    }

    /** Plays until told to end; then every key and pedal is up. */
    void play(BooleanSupplier ends) {
        begin();
        long next = System.nanoTime();
        for (int step = 0; !ends.getAsBoolean(); step++) {
            if (step % STEPS_PER_PROGRAM == STEPS_PER_PROGRAM - 1) {
                change();
            }
            if (step % STORM_EVERY == STORM_EVERY - 1) {
                storm();
                next = System.nanoTime();
            }
            move();
            next += STEP_NANOS;
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
        end();
    }

    /** Every key and pedal is up. */
    void end() {
        while (!keys.isEmpty()) {
            lift();
        }
        fingers.end();
        send(new Gesture.Controller(SOURCE, 0, 64, 0));
        send(new Gesture.Controller(SOURCE, 0, 66, 0));
    }

    /** Program changes that were sent. */
    int asked() {
        return asked;
    }

    /** Does one thing. */
    void move() {
        double dice = random.nextDouble();
        if (dice < 0.3 && keys.size() < MOST_KEYS) {
            press();
        } else if (dice < 0.6 && !keys.isEmpty()) {
            lift();
        } else if (dice < 0.75) {
            fingers.move();
        } else if (dice < 0.9) {
            send(new Gesture.Controller(SOURCE, 0, CONTROLLERS[random.nextInt(CONTROLLERS.length)], random.nextInt(128) / 127f));
        } else if (dice < 0.94) {
            send(new Gesture.PitchBend(SOURCE, 0, (float) random.nextDouble(-1, 1)));
        } else if (dice < 0.955 && !keys.isEmpty()) {
            send(new Gesture.PolyPressure(SOURCE, 0, keys.get(random.nextInt(keys.size())), random.nextInt(128) / 127f));
        } else if (dice < 0.975) {
            send(new Gesture.ChannelPressure(SOURCE, 0, random.nextInt(128) / 127f));
        } else if (dice < 0.98) {
            send(random.nextBoolean() ? new Transport.Tempo(SOURCE, random.nextInt(40, 200)) : new Transport.SongPosition(SOURCE, random.nextInt(64)));
        } else {
            pedal = !pedal;
            send(new Gesture.Controller(SOURCE, 0, random.nextBoolean() ? 64 : 66, pedal ? 1 : 0));
        }
    }

    private void press() {
        int key = random.nextInt(28, 96);
        if (!keys.contains(key)) {
            keys.add(key);
            send(new Gesture.NoteOn(SOURCE, 0, key, random.nextInt(1, 128) / 127f));
        }
    }

    private void lift() {
        send(new Gesture.NoteOff(SOURCE, 0, keys.remove(random.nextInt(keys.size())), 0.5f));
    }

    /** Mostly another program; sometimes one that there is not. */
    void change() {
        int program = random.nextInt(20) == 0 ? 99 : programs.get(random.nextInt(programs.size()));
        asked++;
        send(new Selection.ProgramChange(SOURCE, 0, 0, program));
    }

    private void storm() {
        for (int i = 0; i < STORM; i++) {
            change();
            if (i % 4 == 0) {
                move();
            }
            LockSupport.parkNanos(STORM_GAP_NANOS);
        }
    }

    private void send(Command command) {
        sink.accept(command);
    }
}
