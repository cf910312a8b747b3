package org.chronus.midi.device;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;

/**
 * Turns the keys and controllers of a device's {@link RemoteTriggers} into commands, once for each time they go down. Mutable; one thread at a
 * time.
 */
final class RemoteControl {
    private static final int NOTE_OFF = 0x80, NOTE_ON = 0x90, POLY_PRESSURE = 0xA0, CONTROLLER = 0xB0, HALF = 64;

    private final int source;
    private final Consumer<? super Event> sink;
    private final boolean[] down = new boolean[3];

    RemoteControl(int source, Consumer<? super Event> sink) {
        this.source = source;
        this.sink = sink;
    }

    /** Forgets which triggers are down. */
    void forget() {
        Arrays.fill(down, false);
    }

    /** True if the message is of a trigger and must not be passed on. {@code value} is of normal polarity. */
    boolean takes(long nanos, RemoteTriggers remote, int kind, int number, int value) {
        return takes(nanos, remote.next(), 0, new Selection.Step(source, 1), kind, number, value)
                | takes(nanos, remote.previous(), 1, new Selection.Step(source, -1), kind, number, value)
                | takes(nanos, remote.panic(), 2, new Release.Panic(source), kind, number, value);
    }

    private boolean takes(long nanos, Optional<Trigger> trigger, int place, Command command, int kind, int number, int value) {
        boolean isKey = kind == NOTE_OFF || kind == NOTE_ON || kind == POLY_PRESSURE;
        if (trigger.isEmpty() || trigger.get().isKey() != isKey || trigger.get().number() != number || !isKey && kind != CONTROLLER) {
            return false;
        }
        boolean isDown = switch (kind) {
            case NOTE_ON -> value > 0;
            case CONTROLLER -> value >= HALF;
            case POLY_PRESSURE -> down[place];
            default -> false;
        };
        if (isDown && !down[place]) {
            sink.accept(new Event(nanos, command));
        }
        down[place] = isDown;
        return true;
    }
}
