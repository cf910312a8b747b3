package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.chronus.midi.testing.TestKeyboard;

/** What tests of the implementation chart share: bytes in, and what becomes of a note. */
abstract class ChartSession {
    static final int SETTLED = 9_600, QUARTER_SECOND = 12_000, KEY = 60;
    static final double FULL = 0.25 * Math.pow(100 / 127.0, 2);
    /**
     * As loud as it was struck, as controllers 1 and 20 say, as its key is pressed and as bright as it is; it sounds on for 0.1 s, or
     * longer.
     */
    static final String ALL = """
            chronus: 1
            name: All
            silent: yes
            modules:
              osc:   {type: sine}
              env:   {type: adsr, attack: 1 ms, release: 0.1 s}
              level: {type: vca, gain: 0.5}
              amp:   {type: vca}
            cables:
              - osc * 0.25 -> level -> amp -> out
              - env * note.velocity -> amp.gain
              - cc.1 * 0.25, cc.40 * 0.1, note.pressure * 0.5, note.timbre * 0.25 -> level.gain
            controllers: {20: {to: level.gain, range: [0.5, 1]}}
            """;

    /** All of it comes one beat late. */
    static final String ECHO = """
            mix:
              modules: {echo: {type: delay, time: 1 beat, feedback: 0, mix: 1, tone: 20 kHz}}
              cables: [voices -> echo -> out]
            """;

    final Stage stage = new Stage();
    final List<Command> commands = new CopyOnWriteArrayList<>();
    long nanos;
    final MidiDecoder decoder = new MidiDecoder(0, VelocityCurve.LINEAR, event -> {
        commands.add(event.command());
        stage.engine.schedule(stage.engine.position(), event.command());
    });

    final ChartSession send(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        decoder.decode(nanos, bytes, 0, bytes.length);
        return this;
    }

    final ChartSession play() {
        return send(0x90, KEY, 127);
    }

    final ChartSession wait(int frames) {
        stage.left(frames);
        return this;
    }

    /** Amplitude of a key, as a share of a note at rest with its level wide open. */
    final double level(int key) {
        stage.left(SETTLED);
        return Stage.tone(stage.left(SETTLED), 0, SETTLED, key) / FULL;
    }

    final void heard(double level) {
        assertEquals(level, level(KEY), 0.01);
    }

    final void heardAt(int key) {
        assertEquals(0.5, level(key), 0.01, "at key " + key);
    }

    final void passedOver(int... stream) {
        send(stream);
        assertEquals(List.of(), commands);
        assertEquals(0, decoder.strays().bytes());
    }

    /** At 240 beats per minute, twice the tempo of a preset that names none. */
    final ChartSession clock(int ticks) {
        for (int i = 0; i < ticks; i++) {
            nanos += 60_000_000_000L / 240 / 24;
            send(0xF8);
        }
        return this;
    }

    final List<Command> positions() {
        return commands.stream().filter(Transport.SongPosition.class::isInstance).toList();
    }

    /** Every key two semitones higher. */
    static int[] dump() {
        int[] bytes = new int[408];
        int[] head = {0xF0, 0x7E, 0x7F, 8, 1, 0};
        System.arraycopy(head, 0, bytes, 0, head.length);
        for (int key = 0; key < 126; key++) {
            bytes[22 + 3 * key] = key + 2;
        }
        for (int i = 1; i < 406; i++) {
            bytes[406] ^= bytes[i];
        }
        bytes[407] = 0xF7;
        return bytes;
    }

    final ChartSession zone() {
        return send(0xB0, 101, 0, 100, 6, 6, 15);
    }

    /** Another octave under the present note: true if it takes time to get there. */
    final boolean glides() {
        send(0x80, KEY, 64, 0x90, KEY + 12, 127).wait(960);
        float[] sound = stage.left(960);
        return Stage.tone(sound, 0, 960, KEY + 12) < 0.3 * FULL;
    }

    /** What only a device can do. */
    final void onAKeyboard(Consumer<TestKeyboard> does) {
        try (TestKeyboard keyboard = TestKeyboard.plugIn("Chart");
                MidiDevices devices = new MidiDevices(input -> input.name().equals("Chart"), () -> DeviceRules.NONE, 63,
                        event -> commands.add(event.command()), line -> { }, line -> { })) {
            devices.start();
            does.accept(keyboard);
        }
    }

    static void await(BooleanSupplier happens) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!happens.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "a minute has passed");
            LockSupport.parkNanos(1_000_000);
        }
    }

    final void endsNotes(int number) {
        play().wait(SETTLED).send(0xB0, number, 0).wait(SETTLED).heard(0);
    }
}
