package org.chronus.instrument.soak;

import static org.chronus.instrument.random.CommandKind.*;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;

/**
 * Plays a keyboard and an MPE instrument at random: chords, pedals, wheels, tempi, settings; a program change every second, and now and
 * then a storm of them, with programs asked for again and programs that there are not. The same seed plays the same. A thread of its own.
 */
final class RandomPlayer {
    private static final int KEYBOARD = 1, MPE = 2, MEMBERS = 7, UNKNOWN_PROGRAM = 99;
    private static final long STEP_NANOS = 20_000_000;
    private static final int STEPS_PER_PROGRAM = 50, STORM_EVERY = 500, STORM = 200;
    private static final long STORM_GAP_NANOS = 5_000_000;

    private final Consumer<Command> sink;
    private final SplittableRandom random;
    private final RandomCommands keyboard, mpe;
    private int asked;

    /** @param programs those that the bank has */
    RandomPlayer(Consumer<Command> sink, List<Integer> programs, long seed) {
        this.sink = sink;
        random = new SplittableRandom(seed);
        keyboard = new RandomCommands(keyboard().programs(programs), random.nextLong());
        mpe = new RandomCommands(mpe(), random.nextLong());
    }

    /** Settings come once in five minutes each, and change what is heard little: the load is that of playing. */
    private static CommandMix keyboard() {
        return new CommandMix(KEYBOARD).keys(28, 68, 10).controllers(1, 7, 11, 10, 74, 71, 73, 72, 91, 93, 2, 4)
                .weigh(NOTE_ON, 3_000).weigh(NOTE_OFF, 3_000).weigh(CONTROLLER, 1_500).weigh(PITCH_BEND, 400).weigh(POLY_PRESSURE, 150)
                .weigh(CHANNEL_PRESSURE, 200).weigh(PEDAL, 200).weigh(PORTAMENTO, 20).weigh(TEMPO, 20).weigh(SONG_POSITION, 20).weigh(OWN_TEMPO, 5)
                .weigh(RESET_CONTROLLERS, 5).weigh(ALL_NOTES_OFF, 2).weigh(ALL_SOUND_OFF, 1).weigh(RELEASE_SOURCE, 1).weigh(BEND_RANGE, 1)
                .weigh(TUNING, 1).weigh(MODULATION_DEPTH, 1).weigh(MASTER_VOLUME, 1).weigh(MASTER_TUNING, 1);
    }

    private static CommandMix mpe() {
        return new CommandMix(MPE).channels(1, 2, 3, 4, 5, 6, 7).keys(28, 68, MEMBERS).controllers(74)
                .weigh(NOTE_ON, 3).weigh(NOTE_OFF, 2).weigh(PITCH_BEND, 2).weigh(CHANNEL_PRESSURE, 2).weigh(CONTROLLER, 2);
    }

    /** The MPE instrument says what it is. */
    void begin() {
        sink.accept(new Setting.MpeZone(MPE, 0, MEMBERS));
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
        keyboard.letGo().forEach(sink);
        mpe.letGo().forEach(sink);
    }

    /** Program changes that were sent. */
    int asked() {
        return asked;
    }

    /** Does one thing. */
    void move() {
        sink.accept(random.nextInt(7) == 0 ? mpe.next() : keyboard.next());
    }

    /** Mostly another program; sometimes one that there is not. */
    void change() {
        asked++;
        sink.accept(random.nextInt(20) == 0 ? new Selection.ProgramChange(KEYBOARD, 0, 0, UNKNOWN_PROGRAM) : keyboard.next(PROGRAM_CHANGE));
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
}
