package org.chronus.midi.device;

import java.util.Optional;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

/**
 * The way from us to a device: tells it which program plays, and who we are if it asks. Opened when there is something to say; a device
 * that does not listen is not told. One thread at a time, not the audio thread: it may wait for the driver.
 */
final class DeviceOutput implements AutoCloseable {
    private static final int BANK = 0, BANK_FINE = 32;
    /** The number for makers that have none. */
    private static final byte NO_MAKER = 0x7D;

    private final MidiPorts.Port port;
    private Optional<MidiDevice> device = Optional.empty();
    private Optional<Receiver> receiver = Optional.empty();

    DeviceOutput(MidiPorts.Port port) {
        this.port = port;
    }

    /** Which program plays now, on this channel, 0..15. */
    void announce(int channel, int bank, int program) {
        try {
            send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, BANK, bank >> 7));
            send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, BANK_FINE, bank & 0x7F));
            send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0));
        } catch (InvalidMidiDataException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** The answer to an identity request that was meant for this device number: no maker, family, member or version. */
    void identify(int number) {
        byte[] identity = {(byte) 0xF0, 0x7E, (byte) number, 0x06, 0x02, NO_MAKER, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xF7};
        try {
            send(new SysexMessage(identity, identity.length));
        } catch (InvalidMidiDataException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** True of a message that asks who we are. */
    static boolean isIdentityRequest(MidiMessage message) {
        byte[] bytes = message.getMessage();
        return message.getLength() == 6 && (bytes[0] & 0xFF) == 0xF0 && bytes[1] == 0x7E && bytes[3] == 0x06 && bytes[4] == 0x01;
    }

    private void send(MidiMessage message) {
        if (device.isEmpty()) {
            device = port.back();
            receiver = device.flatMap(DeviceOutput::open);
        }
        receiver.ifPresent(open -> open.send(message, -1));
    }

    /** A device that another program writes to is not told. */
    private static Optional<Receiver> open(MidiDevice device) {
        try {
            device.open();
            return Optional.of(device.getReceiver());
        } catch (MidiUnavailableException | IllegalStateException | SecurityException busy) {
            device.close();
            return Optional.empty();
        }
    }

    @Override public void close() {
        receiver.ifPresent(Receiver::close);
        device.ifPresent(MidiDevice::close);
    }
}
