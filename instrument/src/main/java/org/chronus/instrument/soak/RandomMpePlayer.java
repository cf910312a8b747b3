package org.chronus.instrument.soak;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Setting;

/** Plays at random on an instrument whose every finger has a channel of its own (MPE), with bend, pressure and timbre. One thread. */
final class RandomMpePlayer {
    private static final int SOURCE = 2, MANAGER = 0, MEMBERS = 7, TIMBRE = 74, NONE = -1;

    private final SplittableRandom random;
    private final Consumer<Command> sink;
    /** The key that each finger holds down. */
    private final int[] keys = new int[MEMBERS + 1];

    RandomMpePlayer(SplittableRandom random, Consumer<Command> sink) {
        this.random = random;
        this.sink = sink;
        Arrays.fill(keys, NONE);
    }

    /** The instrument says what it is. */
    void begin() {
        sink.accept(new Setting.MpeZone(SOURCE, MANAGER, MEMBERS));
    }

    /** A finger does something. */
    void move() {
        int finger = 1 + random.nextInt(MEMBERS);
        if (keys[finger] == NONE) {
            keys[finger] = random.nextInt(28, 96);
            sink.accept(new Gesture.NoteOn(SOURCE, finger, keys[finger], random.nextInt(1, 128) / 127f));
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> lift(finger);
            case 1 -> sink.accept(new Gesture.PitchBend(SOURCE, finger, (float) random.nextDouble(-1, 1)));
            case 2 -> sink.accept(new Gesture.ChannelPressure(SOURCE, finger, random.nextInt(128) / 127f));
            default -> sink.accept(new Gesture.Controller(SOURCE, finger, TIMBRE, random.nextInt(128) / 127f));
        }
    }

    /** Every finger is lifted. */
    void end() {
        for (int finger = 1; finger <= MEMBERS; finger++) {
            if (keys[finger] != NONE) {
                lift(finger);
            }
        }
    }

    private void lift(int finger) {
        sink.accept(new Gesture.NoteOff(SOURCE, finger, keys[finger], random.nextInt(128) / 127f));
        keys[finger] = NONE;
    }
}
