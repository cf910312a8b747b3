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
 * The output to a device: sends it the program that plays, and the answer to an identity request. Opened for the first message; a device
 * without an input gets none. Mutable; one thread at a time, not the audio thread, because it may wait for the driver.
 */
final class DeviceOutput implements AutoCloseable {
    private static final int BANK = 0, BANK_FINE = 32;
    /** The manufacturer id for non-commercial use. */
    private static final byte NON_COMMERCIAL = 0x7D;

    private final MidiPorts.Port port;
    private Optional<MidiDevice> device = Optional.empty();
    private Optional<Receiver> receiver = Optional.empty();

    DeviceOutput(MidiPorts.Port port) {
        this.port = port;
    }

    /** Sends the bank and program that play now, on this channel, 0..15. */
    void announce(int channel, int bank, int program) {
        try {
            send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, BANK, bank >> 7));
            send(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, BANK_FINE, bank & 0x7F));
            send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0));
        } catch (InvalidMidiDataException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Answers an identity request for this device id: no manufacturer, family, member or version. */
    void identify(int number) {
        byte[] identity = {(byte) 0xF0, 0x7E, (byte) number, 0x06, 0x02, NON_COMMERCIAL, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xF7};
        try {
            send(new SysexMessage(identity, identity.length));
        } catch (InvalidMidiDataException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** True if the message is an identity request. */
    static boolean isIdentityRequest(MidiMessage message) {
        byte[] bytes = message.getMessage();
        return message.getLength() == 6 && (bytes[0] & 0xFF) == 0xF0 && bytes[1] == 0x7E && bytes[3] == 0x06 && bytes[4] == 0x01;
    }

    private void send(MidiMessage message) {
        if (device.isEmpty()) {
            device = port.output();
            receiver = device.flatMap(DeviceOutput::open);
        }
        receiver.ifPresent(open -> open.send(message, -1));
    }

    /** Empty if another program has the output. */
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
