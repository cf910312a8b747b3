package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.chronus.foreign.Native;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.junit.jupiter.api.Test;

/** More messages in a moment than there is room for: a note-off that is lost leaves no note behind. */
class JackOverflowTest {
    private static final int PERIOD = 64, BURST = 100, KEY = 69;
    private static final int STATUS_CONTROLLER = 0xB0, STATUS_ON = 0x90, STATUS_OFF = 0x80;

    private enum Phase { BEFORE, PRESS, FLOOD, LIFT, SILENCE }

    /** A keyboard that presses a key, moves a controller hundreds of times in a cycle, and lifts the key in the middle of it. */
    private static final class Flooder extends QuietListener {
        volatile long port;
        volatile Phase phase = Phase.BEFORE;

        private void write(long buffer, int status, int data, int value) {
            long place = JackCycle.reserve(buffer, 0, 3);
            if (place != 0) {
                Native.MEMORY.set(JAVA_BYTE, place, (byte) status);
                Native.MEMORY.set(JAVA_BYTE, place + 1, (byte) data);
                Native.MEMORY.set(JAVA_BYTE, place + 2, (byte) value);
            }
        }

        @Override public void process(int frames) {
            long buffer = JackCycle.buffer(port, frames);
            JackCycle.clear(buffer);
            switch (phase) {
                case PRESS -> {
                    write(buffer, STATUS_ON, KEY, 100);
                    phase = Phase.FLOOD;
                }
                case FLOOD -> {
                    for (int i = 0; i < BURST; i++) {
                        write(buffer, STATUS_CONTROLLER, 1, i);
                    }
                }
                case LIFT -> {
                    write(buffer, STATUS_OFF, KEY, 64);
                    phase = Phase.SILENCE;
                }
                case BEFORE, SILENCE -> { }
            }
        }
    }

    @Test void whatTheKeyboardHeldIsReleased() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        List<Event> events = new CopyOnWriteArrayList<>();
        CountDownLatch goesOn = new CountDownLatch(1);
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = JackBackend.open(JackOptions.usual().at(server.name))) {
            jack.report(said::add);
            jack.start((left, right, frames) -> { });
            Flooder flooder = new Flooder();
            JackClient keyboard = JackClient.open("keyboard", server.name, flooder);
            try (MidiDevices devices = new MidiDevices(input -> input.name().contains("keyboard"), () -> DeviceRules.NONE, 8, event -> {
                events.add(event);
                awaitQuietly(goesOn, event);
            }, _ -> { }, _ -> { })) {
                flooder.port = keyboard.register("out", JackClient.MIDI, JackClient.OUTPUT | JackClient.PHYSICAL);
                keyboard.activate();
                devices.start();
                JackRig.awaitTrue("it is open", () -> devices.connected().size() == 1);
                flooder.phase = Phase.PRESS;
                JackRig.awaitTrue("messages are lost", () -> said.stream().anyMatch(line -> line.contains("were lost")));
                flooder.phase = Phase.LIFT;
                JackRig.awaitTrue("the key comes up", () -> flooder.phase == Phase.SILENCE);
                Thread.sleep(50);
                goesOn.countDown();
                JackRig.awaitTrue("it is released", () -> events.stream().anyMatch(event -> event.command() instanceof Release.ReleaseSource));
                assertInstanceOf(Release.ReleaseSource.class, events.getLast().command(), "after all that came");
                assertEquals(1, events.stream().filter(event -> event.command() instanceof Gesture.NoteOn).count());
                assertFalse(events.stream().anyMatch(event -> event.command() instanceof Gesture.NoteOff), "it was lost");
                assertTrue(said.stream().anyMatch(line -> line.endsWith("what those keyboards held has been released")), said.toString());
            } finally {
                goesOn.countDown();
                keyboard.close();
            }
        }
    }

    /** The note-on is not done with for a while: what decodes is held up. */
    private static void awaitQuietly(CountDownLatch goesOn, Event event) {
        if (event.command() instanceof Gesture.NoteOn) {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
