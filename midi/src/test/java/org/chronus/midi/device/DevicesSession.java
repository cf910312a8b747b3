package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.AfterEach;

/** What tests share that plug keyboards in and out: what was heard of them and what was said. */
abstract class DevicesSession {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<TestKeyboard> keyboards = new ArrayList<>();
    volatile DeviceRules rules = DeviceRules.NONE;
    MidiDevices devices;

    @AfterEach
    final void unplug() {
        devices.close();
        keyboards.forEach(TestKeyboard::close);
    }

    final TestKeyboard plugIn(String name) {
        TestKeyboard keyboard = TestKeyboard.plugIn(name);
        keyboards.add(keyboard);
        return keyboard;
    }

    /** Keyboards that the machine itself may have are left alone. */
    final void open() {
        devices = new MidiDevices(input -> input.vendor().equals("Chronus"), () -> rules, 63, events::add, said::add, said::add);
        devices.start();
    }

    final List<Command> commands() {
        return events.stream().map(Event::command).toList();
    }

    static DeviceSettings settings(VelocityCurve velocity, int transpose, boolean ignored) {
        return new DeviceSettings(velocity, false, 0xFFFF, Command.ALL_CHANNELS, transpose, RemoteTriggers.NONE, -1, ignored);
    }

    final void awaitLines(int lines) {
        await(lines + " lines", () -> said.size() >= lines);
    }

    final void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), () -> "20 s passed without: " + what + "; heard " + commands() + ", said " + said);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
