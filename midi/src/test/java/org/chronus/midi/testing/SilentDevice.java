package org.chronus.midi.testing;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;

/**
 * The side of a {@link TestKeyboard} that Java Sound sees: it sends what it is told to, and remembers what it hears. Any thread may call.
 */
final class SilentDevice implements MidiDevice {
    static final int UNLIMITED = -1;

    private final Info info;
    private final int transmitters;
    private final int receivers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Cable> cables = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile boolean busy;

    SilentDevice(String name, int transmitters, int receivers) {
        this.receivers = receivers;
        this.info = new Label(name);
        this.transmitters = transmitters;
    }

    void transmit(MidiMessage message) {
        for (Cable cable : cables) {
            Receiver receiver = cable.receiver;
            if (open && receiver != null) {
                receiver.send(message, -1);
            }
        }
    }

    /** The messages that it heard, in hexadecimal. */
    List<String> heard() {
        return heard;
    }

    void busy(boolean fromNow) {
        busy = fromNow;
    }

    void fallSilent() {
        cables.clear();
    }

    @Override public Info getDeviceInfo() {
        return info;
    }

    @Override public void open() throws MidiUnavailableException {
        if (busy) {
            throw new MidiUnavailableException("Device or resource busy");
        }
        open = true;
    }

    @Override public void close() {
        open = false;
        cables.clear();
    }

    @Override public boolean isOpen() {
        return open;
    }

    /** True if what it sends arrives: a device is open a moment before anybody listens. */
    boolean isHeard() {
        return open && getTransmitters().stream().anyMatch(cable -> cable.getReceiver() != null);
    }

    @Override public long getMicrosecondPosition() {
        return -1;
    }

    @Override public int getMaxReceivers() {
        return receivers;
    }

    @Override public int getMaxTransmitters() {
        return transmitters;
    }

    @Override public Receiver getReceiver() throws MidiUnavailableException {
        if (receivers == 0) {
            throw new MidiUnavailableException("this direction receives nothing");
        }
        return new Receiver() {
            @Override public void send(MidiMessage message, long micros) {
                heard.add(HexFormat.of().formatHex(message.getMessage(), 0, message.getLength()));
            }

            @Override public void close() { }
        };
    }

    @Override public List<Receiver> getReceivers() {
        return List.of();
    }

    @Override public Transmitter getTransmitter() throws MidiUnavailableException {
        if (transmitters == 0) {
            throw new MidiUnavailableException("an expander sends nothing");
        }
        Cable cable = new Cable();
        cables.add(cable);
        return cable;
    }

    @Override public List<Transmitter> getTransmitters() {
        return List.copyOf(cables);
    }

    private final class Cable implements Transmitter {
        private volatile Receiver receiver;

        @Override public void setReceiver(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override public Receiver getReceiver() {
            return receiver;
        }

        @Override public void close() {
            cables.remove(this);
        }
    }

    private static final class Label extends Info {
        Label(String name) {
            super(name, "Chronus", name + ", without hardware", "1");
        }
    }
}
