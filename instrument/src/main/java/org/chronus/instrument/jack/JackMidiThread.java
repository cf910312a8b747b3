package org.chronus.instrument.jack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

import org.chronus.foreign.Scheduling;

/**
 * The thread "jack-midi", which makes messages of the bytes that a cycle has brought, and hands them to their devices: before the next cycle,
 * with the priority that follows the audio thread's. Where messages were lost it says so to the device, so that no note hangs. Mutable.
 */
final class JackMidiThread {
    private static final long LOOK_NANOS = 100_000_000;

    private final JackMidiRing in;
    private final IntFunction<JackMidiDevice> devices;
    private final Consumer<List<JackMidiDevice>> losses;
    private final List<JackMidiDevice> missed = new ArrayList<>();
    private volatile boolean ended;

    /**
     * @param devices by the number of a port; null if it has gone
     * @param losses  adds the devices that have lost messages since it was asked last
     */
    JackMidiThread(JackMidiRing in, IntFunction<JackMidiDevice> devices, Consumer<List<JackMidiDevice>> losses) {
        this.in = in;
        this.devices = devices;
        this.losses = losses;
    }

    /** Begins. */
    void start() {
        Thread.ofPlatform().name("jack-midi").daemon().start(this::run);
    }

    private void run() {
        int priority = 0;
        while (!ended) {
            if (priority != Scheduling.belowAudio()) {
                priority = Scheduling.belowAudio();
                Scheduling.realTime(priority);
            }
            // Asked before the ring is emptied: the note-ons whose note-offs were lost are in it.
            losses.accept(missed);
            while (in.next()) {
                JackMidiDevice device = devices.apply(in.port());
                if (device != null) {
                    deliver(device);
                }
                in.remove();
            }
            missed.forEach(JackMidiDevice::tellMissed);
            missed.clear();
            in.await(LOOK_NANOS);
        }
    }

    private void deliver(JackMidiDevice device) {
        try {
            device.deliver(message(in.bytes()), in.frame());
        } catch (InvalidMidiDataException notMidi) {
            // The server lets whole messages through only; a client that sends others is not heard.
            return;
        }
    }

    private static MidiMessage message(byte[] bytes) throws InvalidMidiDataException {
        int status = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        if (status == SysexMessage.SYSTEM_EXCLUSIVE) {
            return new SysexMessage(bytes, bytes.length);
        }
        return new ShortMessage(status, bytes.length > 1 ? bytes[1] : 0, bytes.length > 2 ? bytes[2] : 0);
    }

    /** Ends it. */
    void end() {
        ended = true;
    }
}
