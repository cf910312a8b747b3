package org.chronus.instrument.jack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;

import org.chronus.midi.device.FrameStamped;

/**
 * One direction of a MIDI device that a JACK server has: an input, from which messages come with their frames, or an output. Open, it has a
 * port of our client that is connected to it. Mutable; any thread but the audio thread.
 */
final class JackMidiDevice implements FrameStamped {
    /** What JACK calls a device, in the words of Java Sound. */
    static final class Name extends Info {
        /** The full name of its port. */
        final String port;
        final boolean sends;

        Name(String name, String port, boolean sends) {
            super(name, JackMidiProvider.VENDOR, port, "");
            this.port = port;
            this.sends = sends;
        }
    }

    private final Name name;
    private final JackMidi midi;
    private final List<Transmitter> transmitters = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile boolean missed;

    JackMidiDevice(Name name, JackMidi midi) {
        this.name = name;
        this.midi = midi;
    }

    Name name() {
        return name;
    }

    /** [jack-midi] A message has come. */
    void deliver(MidiMessage message, long frame) {
        for (Transmitter each : transmitters) {
            Receiver receiver = each.getReceiver();
            if (receiver != null) {
                receiver.send(message, frame);
            }
        }
    }

    /** [audio, or jack] A message from it was lost. */
    void miss() {
        missed = true;
    }

    /** [jack-midi] True if messages were lost since it was asked last: what came before them is in the ring already. */
    boolean takeMissed() {
        if (!missed) {
            return false;
        }
        missed = false;
        return true;
    }

    /** [jack-midi] What it holds is released, because messages were lost. */
    void tellMissed() {
        for (Transmitter each : transmitters) {
            if (each.getReceiver() instanceof Listener listener) {
                listener.missed();
            }
        }
    }

    @Override public Info getDeviceInfo() {
        return name;
    }

    @Override public void open() throws MidiUnavailableException {
        if (!open) {
            midi.open(this);
            open = true;
        }
    }

    @Override public void close() {
        if (open) {
            open = false;
            midi.close(this);
        }
    }

    @Override public boolean isOpen() {
        return open;
    }

    @Override public long getMicrosecondPosition() {
        return -1;
    }

    @Override public int getMaxReceivers() {
        return name.sends ? 0 : -1;
    }

    @Override public int getMaxTransmitters() {
        return name.sends ? -1 : 0;
    }

    @Override public Receiver getReceiver() throws MidiUnavailableException {
        if (name.sends) {
            throw new MidiUnavailableException(name.getName() + " takes no messages");
        }
        return new Receiver() {
            @Override public void send(MidiMessage message, long ignored) {
                midi.send(JackMidiDevice.this, message);
            }

            @Override public void close() { }
        };
    }

    @Override public List<Receiver> getReceivers() {
        return List.of();
    }

    @Override public Transmitter getTransmitter() throws MidiUnavailableException {
        if (!name.sends) {
            throw new MidiUnavailableException(name.getName() + " sends no messages");
        }
        Transmitter transmitter = new Transmitter() {
            private volatile Receiver receiver;

            @Override public void setReceiver(Receiver other) {
                receiver = other;
            }

            @Override public Receiver getReceiver() {
                return receiver;
            }

            @Override public void close() {
                transmitters.remove(this);
            }
        };
        transmitters.add(transmitter);
        return transmitter;
    }

    @Override public List<Transmitter> getTransmitters() {
        return List.copyOf(transmitters);
    }
}
