package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

import org.chronus.foreign.Native;
import org.junit.jupiter.api.Test;

/** Keyboards of a JACK server are devices of Java Sound, both ways, from when they appear until they go. Another client stands in for hardware. */
class JackMidiTest {
    private static final int PERIOD = 64, LOOKS = 1_000;

    private static Optional<MidiDevice> find(String name, boolean sends) {
        return Arrays.stream(MidiSystem.getMidiDeviceInfo()).filter(info -> info.getName().contains(name)).flatMap(info -> {
            try {
                return Stream.of(MidiSystem.getMidiDevice(info));
            } catch (MidiUnavailableException | IllegalArgumentException hasJustGone) {
                return Stream.empty();
            }
        }).filter(device -> (sends ? device.getMaxTransmitters() : device.getMaxReceivers()) != 0).findFirst();
    }

    private static MidiDevice await(String name, boolean sends) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<MidiDevice> found = find(name, sends);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no " + name);
    }

    private static final class Receiving implements Receiver {
        final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();

        @Override public void send(MidiMessage message, long frame) {
            assertTrue(frame > 0, "with the frame at which it is to be played");
            messages.add(message.getMessage().clone());
        }

        @Override public void close() { }
    }

    @Test void aKeyboardThatAppearsIsListedPlaysIsToldThingsAndGoes() throws Exception {
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = JackBackend.open(JackOptions.usual().at(server.name))) {
            jack.start((left, right, frames) -> { });
            assertTrue(find("keyboard", true).isEmpty());
            JackClient keyboard = JackClient.open("keyboard", server.name, new Echo());
            try {
                long out = keyboard.register("out", JackClient.MIDI, JackClient.OUTPUT | JackClient.PHYSICAL);
                long in = keyboard.register("in", JackClient.MIDI, JackClient.INPUT | JackClient.PHYSICAL);
                Echo.ports(in, out);
                keyboard.activate();
                MidiDevice sending = await("keyboard:out", true), hearing = await("keyboard:in", false);
                Receiving received = new Receiving();
                sending.open();
                sending.getTransmitter().setReceiver(received);
                hearing.open();
                hearing.getReceiver().send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 3, 42, 0), -1);
                byte[] echoed = received.messages.poll(20, TimeUnit.SECONDS);
                assertArrayEquals(new byte[] {(byte) 0xC3, 42}, echoed == null ? null : Arrays.copyOf(echoed, 2));
                sending.close();
                hearing.close();
            } finally {
                keyboard.close();
            }
            for (int look = 0; look < LOOKS && find("keyboard", true).isPresent(); look++) {
                Thread.sleep(20);
            }
            assertEquals(Optional.empty(), find("keyboard", true), "it is gone");
        }
    }

    /** A client that plays back what it hears. */
    private static final class Echo extends QuietListener {
        private static volatile long in;
        private static volatile long out;
        private final MemorySegment event = Arena.global().allocate(24, 8);

        static void ports(long hears, long plays) {
            in = hears;
            out = plays;
        }

        @Override public void process(int frames) {
            long from = JackCycle.buffer(in, frames), to = JackCycle.buffer(out, frames);
            JackCycle.clear(to);
            for (int i = 0; i < JackCycle.events(from); i++) {
                if (JackCycle.event(event.address(), from, i)) {
                    long size = event.get(JAVA_LONG, 8), bytes = event.get(JAVA_LONG, 16);
                    long place = JackCycle.reserve(to, event.get(JAVA_INT, 0), size);
                    MemorySegment.copy(Native.MEMORY, bytes, Native.MEMORY, place, size);
                }
            }
        }
    }
}
