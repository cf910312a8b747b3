package org.chronus.instrument.jack;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.spi.MidiDeviceProvider;

import org.chronus.midi.device.MidiInput;

/**
 * Lists the MIDI devices of the JACK server that this process is a client of, for Java Sound and with it for whoever looks for keyboards:
 * none if it is of none. Stateless, because Java Sound makes one at every look; any thread but the audio thread.
 */
public final class JackMidiProvider extends MidiDeviceProvider {
    static final String VENDOR = "JACK";

    /** False for a device that is to be passed over because the JACK server has the hardware: it would be heard twice. */
    public static boolean prefers(MidiInput input) {
        return input.vendor().equals(VENDOR) || JackMidi.present().stream().allMatch(device -> device.name().port.isEmpty());
    }

    @Override public MidiDevice.Info[] getDeviceInfo() {
        return JackMidi.present().stream().map(JackMidiDevice::getDeviceInfo).toArray(MidiDevice.Info[]::new);
    }

    @Override public MidiDevice getDevice(MidiDevice.Info info) {
        return JackMidi.present().stream().filter(device -> device.getDeviceInfo() == info).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(info + " is no longer there"));
    }
}
