package org.chronus.midi.device;

import java.util.Arrays;

import org.chronus.midi.decoder.MidiDecoder;

/**
 * Applies a device's settings to its messages: channel, transposition, polarity of pedals. Messages of the remote control are taken out. The
 * settings may change at any time; a key or pedal that is down is released where it went down. Mutable; one thread at a time.
 */
final class DeviceTranslation {
    private static final int NOTE_OFF = 0x80, NOTE_ON = 0x90, POLY_PRESSURE = 0xA0, CONTROLLER = 0xB0, PROGRAM = 0xC0, PRESSURE = 0xD0;
    private static final int RESET_CONTROLLERS = 121, FIRST_MODE = 120, RELEASE_VELOCITY = 64, NOWHERE = -1, UNKNOWN = -1;
    private static final int[] PEDALS = {64, 66, 67};

    private final MidiDecoder decoder;
    private final RemoteControl remote;
    private final byte[] message = new byte[3];
    /** For each key that is down, of each channel: the channel times 128 plus the key that it plays. */
    private final int[] keys = new int[16 * 128];
    /** For each pedal that is down, of each channel: the channel on which it is. */
    private final int[] pedals = new int[16 * 128];
    /** The pedals' latest positions as they were sent. */
    private final int[] positions = new int[16 * 128];
    private DeviceSettings settings;

    /** @param remote gets every message first */
    DeviceTranslation(MidiDecoder decoder, RemoteControl remote, DeviceSettings settings) {
        this.decoder = decoder;
        this.remote = remote;
        this.settings = settings;
        forget();
    }

    /** Forgets which keys and pedals are down. */
    void forget() {
        Arrays.fill(keys, NOWHERE);
        Arrays.fill(pedals, NOWHERE);
        Arrays.fill(positions, UNKNOWN);
        remote.forget();
    }

    /** Changes the settings. A pedal whose polarity changes moves at once. */
    void apply(long nanos, DeviceSettings changed) {
        boolean turned = settings.invertedPedals() != changed.invertedPedals();
        settings = changed;
        for (int from = 0; turned && from < positions.length; from++) {
            if (positions[from] != UNKNOWN) {
                pedal(nanos, from, positions[from]);
            }
        }
    }

    /** Translates one message as Java Sound delivers it, whole and with its status. Other bytes are passed on unchanged. */
    void decode(long nanos, byte[] bytes, int length) {
        int status = length == 0 ? 0 : bytes[0] & 0xFF, kind = status & 0xF0, channel = status & 0x0F;
        if (status < NOTE_OFF || status >= 0xF0 || length != (kind == PROGRAM || kind == PRESSURE ? 2 : 3)) {
            decoder.decode(nanos, bytes, 0, length);
            return;
        }
        int first = bytes[1] & 0x7F, second = bytes[length - 1] & 0x7F, from = channel << 7 | first;
        boolean isOurs = kind == CONTROLLER ? pedals[from] != NOWHERE : keys[from] != NOWHERE;
        int value = isPedal(first) && kind == CONTROLLER ? normalPolarity(second) : second;
        // A key or pedal that went down before it became a trigger comes up as it went down.
        if (!isOurs && remote.takes(nanos, settings.remote(), kind, first, value)) {
            return;
        }
        switch (kind) {
            case NOTE_OFF -> lift(nanos, NOTE_OFF, from, second);
            case NOTE_ON -> {
                if (second == 0) {
                    lift(nanos, NOTE_ON, from, 0);
                } else {
                    press(nanos, from, second);
                }
            }
            case POLY_PRESSURE -> send(nanos, POLY_PRESSURE, keys[from] != NOWHERE ? keys[from] : destination(from), second);
            case CONTROLLER -> controller(nanos, channel, first, second);
            default -> pass(nanos, kind, channel, first, second);
        }
    }

    private void press(long nanos, int from, int velocity) {
        int to = destination(from);
        if (keys[from] != to) {
            send(nanos, NOTE_OFF, keys[from], RELEASE_VELOCITY);
        }
        keys[from] = to;
        send(nanos, NOTE_ON, to, velocity);
    }

    private void lift(long nanos, int kind, int from, int velocity) {
        send(nanos, kind, keys[from] != NOWHERE ? keys[from] : destination(from), velocity);
        keys[from] = NOWHERE;
    }

    private void controller(long nanos, int channel, int number, int value) {
        int from = channel << 7 | number;
        if (isPedal(number)) {
            positions[from] = value;
            pedal(nanos, from, value);
            return;
        }
        if (number == RESET_CONTROLLERS) {
            for (int pedal : PEDALS) {
                releasePedal(nanos, channel << 7 | pedal);
            }
        } else if (number >= FIRST_MODE && number != 122) {
            releaseMovedKeys(nanos, channel);
        }
        pass(nanos, CONTROLLER, channel, number, value);
    }

    private void pedal(long nanos, int from, int position) {
        int value = normalPolarity(position);
        int to = pedals[from] != NOWHERE ? pedals[from] : settings.route(from >> 7);
        pedals[from] = value >= 64 ? to : NOWHERE;
        if (to != NOWHERE) {
            send(nanos, CONTROLLER, to << 7 | from & 127, value);
        }
    }

    private static boolean isPedal(int number) {
        return Arrays.binarySearch(PEDALS, number) >= 0;
    }

    private int normalPolarity(int position) {
        return settings.invertedPedals() ? 127 - position : position;
    }

    /** Releases a pedal on the channel on which it went down. */
    private void releasePedal(long nanos, int from) {
        if (pedals[from] != NOWHERE) {
            send(nanos, CONTROLLER, pedals[from] << 7 | from & 127, 0);
        }
        pedals[from] = NOWHERE;
        positions[from] = UNKNOWN;
    }

    /** "All notes off" reaches one channel. Keys that went down on another one, before the settings changed, are released one by one. */
    private void releaseMovedKeys(long nanos, int channel) {
        for (int from = channel << 7; from < channel + 1 << 7; from++) {
            if (keys[from] != NOWHERE && keys[from] >> 7 != settings.route(channel)) {
                send(nanos, NOTE_OFF, keys[from], RELEASE_VELOCITY);
            }
            keys[from] = NOWHERE;
        }
    }

    private int destination(int from) {
        int channel = settings.route(from >> 7), key = (from & 127) + settings.transpose();
        return channel == NOWHERE || key < 0 || key > 127 ? NOWHERE : channel << 7 | key;
    }

    private void pass(long nanos, int kind, int channel, int first, int second) {
        int to = settings.route(channel);
        if (to != NOWHERE) {
            send(nanos, kind, to << 7 | first, second);
        }
    }

    private void send(long nanos, int kind, int to, int second) {
        if (to != NOWHERE) {
            message[0] = (byte) (kind | to >> 7);
            message[1] = (byte) (to & 127);
            message[2] = (byte) second;
            decoder.decode(nanos, message, 0, kind == PROGRAM || kind == PRESSURE ? 2 : 3);
        }
    }
}
