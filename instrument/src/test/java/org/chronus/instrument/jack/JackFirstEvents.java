package org.chronus.instrument.jack;

import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.warmup.EngineWarmup;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;

/** An instrument at a JACK server, until its standard input ends. A program of its own, whose loading of classes can be looked at. */
final class JackFirstEvents {
    private static final int RATE = 48_000, SETTLING_MILLIS = 1_000;

    /** Loaded when the instrument has settled, and before the first event comes. */
    private static final class Mark {
        static String line(String thread) {
            return "ready " + thread;
        }
    }

    private JackFirstEvents() { }

    /** Prints "ready" and the number of the audio thread. */
    public static void main(String[] server) throws Exception {
        Engine engine = new Engine(RATE, 0xFFFF, 0, null);
        new EngineWarmup(RATE).run();
        String[] thread = {""};
        try (JackBackend jack = JackBackend.open(JackOptions.usual().at(server[0]));
             MidiDevices devices = new MidiDevices(input -> input.vendor().equals(JackMidiProvider.VENDOR), () -> DeviceRules.NONE, 8,
                     engine::offer, _ -> { }, _ -> { })) {
            jack.start((left, right, frames) -> {
                if (thread[0].isEmpty()) {
                    thread[0] = self();
                }
                engine.process(left, right, frames);
            });
            devices.start();
            Thread.sleep(SETTLING_MILLIS);
            System.out.println(Mark.line(thread[0]));
            System.in.readAllBytes();
        }
    }

    private static String self() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
