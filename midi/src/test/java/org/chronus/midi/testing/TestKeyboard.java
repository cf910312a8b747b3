package org.chronus.midi.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import javax.sound.midi.spi.MidiDeviceProvider;

/**
 * A keyboard that production code finds and opens through Java Sound like any other, and that a test plays by calling it.
 *
 * <pre>{@code
 * try (TestKeyboard keyboard = TestKeyboard.plugIn("Concert Grand")) {
 *     keyboard.press(60, 100);
 *     keyboard.release(60);
 * }
 * }</pre>
 *
 * <p>Messages reach whoever listens on the thread that calls. Any thread may call.
 */
public final class TestKeyboard implements AutoCloseable {
    /** Static, since Java Sound makes a new {@link Provider} at every look. */
    private static final List<MidiDevice> PLUGGED_IN = new CopyOnWriteArrayList<>();

    private final SilentDevice device;
    /** The other direction, which Java Sound lists as a device of its own. */
    private final SilentDevice ears;

    private TestKeyboard(SilentDevice device) {
        this.device = device;
        ears = new SilentDevice(device.getDeviceInfo().getName(), 0, SilentDevice.UNLIMITED);
        PLUGGED_IN.addAll(List.of(device, ears));
    }

    /** A keyboard that Java Sound lists from now on, until it is unplugged. */
    public static TestKeyboard plugIn(String name) {
        return new TestKeyboard(new SilentDevice(name, SilentDevice.UNLIMITED, 0));
    }

    /** A keyboard that another program has. */
    public static TestKeyboard plugInBusy(String name) {
        SilentDevice device = new SilentDevice(name, SilentDevice.UNLIMITED, 0);
        device.busy(true);
        return new TestKeyboard(device);
    }

    /** A device that can only be played to, not on. */
    public static TestKeyboard plugInExpander(String name) {
        return new TestKeyboard(new SilentDevice(name, 0, SilentDevice.UNLIMITED));
    }

    /** A device of the test's own, such as one that fails: Java Sound lists it until what is returned is closed. */
    public static Plugged plugIn(MidiDevice device) {
        PLUGGED_IN.add(device);
        return () -> PLUGGED_IN.remove(device);
    }

    /** A device that is plugged in. */
    public interface Plugged extends AutoCloseable {
        @Override void close();
    }

    /** From now on another program has it, or has it no longer. */
    public void busy(boolean fromNow) {
        device.busy(fromNow);
    }

    /** Whether somebody has opened it. */
    public boolean isOpen() {
        return device.isOpen();
    }

    /** Whether somebody has opened it and listens, so that no note is lost any more. */
    public boolean isHeard() {
        return device.isHeard();
    }

    /** Note-on on the first channel; key 0..127, velocity 1..127. */
    public void press(int key, int velocity) {
        send(ShortMessage.NOTE_ON, key, velocity);
    }

    /** Note-off on the first channel; key 0..127. */
    public void release(int key) {
        send(ShortMessage.NOTE_OFF, key, 64);
    }

    /** Any one message but a system exclusive one: its status byte and all its data bytes. */
    public void send(int... message) {
        try {
            device.transmit(switch (message.length) {
                case 1 -> new ShortMessage(message[0]);
                case 2 -> new ShortMessage(message[0], message[1], 0);
                case 3 -> new ShortMessage(message[0], message[1], message[2]);
                default -> throw new IllegalArgumentException("a message has 1 to 3 bytes, not " + message.length);
            });
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** A system exclusive message, from 0xF0 to 0xF7. */
    public void sendExclusive(byte[] message) {
        try {
            device.transmit(new SysexMessage(message, message.length));
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** What it was told, message by message, in hexadecimal. */
    public List<String> heard() {
        return List.copyOf(ears.heard());
    }

    /** It vanishes from the list; as a real one, it stays open and silent for whoever has opened it. */
    public void unplug() {
        PLUGGED_IN.removeAll(List.of(device, ears));
        device.fallSilent();
    }

    /** The same as {@link #unplug()}. */
    @Override public void close() {
        unplug();
    }

    /** How Java Sound finds the keyboards. */
    public static final class Provider extends MidiDeviceProvider {
        @Override public MidiDevice.Info[] getDeviceInfo() {
            return PLUGGED_IN.stream().map(MidiDevice::getDeviceInfo).toArray(MidiDevice.Info[]::new);
        }

        @Override public MidiDevice getDevice(MidiDevice.Info info) {
            return PLUGGED_IN.stream()
                    .filter(device -> device.getDeviceInfo().equals(info))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not plugged in: " + info));
        }
    }
}
