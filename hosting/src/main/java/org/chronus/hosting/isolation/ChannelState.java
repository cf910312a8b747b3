package org.chronus.hosting.isolation;

import java.util.Arrays;

/**
 * What was last said on each MIDI channel and goes on to hold there: program with its bank, controllers, bend and pressure. It can be said
 * again. Mutable; [audio], and nothing of it allocates.
 *
 * <p>Notes are not part of it. One that was held when its plugin went silent is over: struck again by itself it would begin anew, at a time
 * when nobody touches a key. A new key sounds.
 */
final class ChannelState {
    private static final int CONTROLLER = 0xB0, PROGRAM = 0xC0, PRESSURE = 0xD0, BEND = 0xE0;
    private static final int CHANNELS = 16, CONTROLLERS = 120, BANK_COARSE = 0, BANK_FINE = 32, NEVER = -1;
    /** Data entry, and what it is for: steps of a message, and no state by themselves. */
    private static final int DATA_COARSE = 6, DATA_FINE = 38, FIRST_STEP = 96, LAST_STEP = 101;
    /** Of a piece, beside programs: formats have room for more. */
    private static final int MOST_AT_ONCE = 128;

    private final byte[] controllers = new byte[CHANNELS * CONTROLLERS];
    /** The number of the program, and its bank's two: those that it was chosen with. */
    private final int[] programs = new int[CHANNELS];
    private final int[] pressures = new int[CHANNELS];
    private final int[] bends = new int[CHANNELS];
    /** The channel that is to be said again next. */
    private int next = CHANNELS;

    ChannelState() {
        clear();
    }

    /** As if nothing had been said. */
    void clear() {
        Arrays.fill(controllers, (byte) NEVER);
        Arrays.fill(programs, NEVER);
        Arrays.fill(pressures, NEVER);
        Arrays.fill(bends, NEVER);
        next = CHANNELS;
    }

    /** A message was sent. True if it is kept: it need not be sent to a plugin that is to hear all of this again. */
    boolean hear(int status, int first, int second) {
        int channel = status & 15;
        switch (status & 0xF0) {
            case CONTROLLER -> {
                if (first >= CONTROLLERS || first == DATA_COARSE || first == DATA_FINE || first >= FIRST_STEP && first <= LAST_STEP) {
                    return false;
                }
                controllers[channel * CONTROLLERS + first] = (byte) second;
            }
            case PROGRAM -> programs[channel] = bank(channel, BANK_COARSE) << 14 | bank(channel, BANK_FINE) << 7 | first;
            case PRESSURE -> pressures[channel] = first;
            case BEND -> bends[channel] = second << 7 | first;
            default -> {
                return false;
            }
        }
        return true;
    }

    private int bank(int channel, int controller) {
        return Math.max(0, controllers[channel * CONTROLLERS + controller]);
    }

    /** From the next {@link #sayTo} on all of it is said again. */
    void begin() {
        next = 0;
    }

    /** Says as much of it as one piece should have, all programs first, at the first frame; nothing once all was said. */
    void sayTo(EventQueue events) {
        for (int channel = 0; next == 0 && channel < CHANNELS; channel++) {
            int program = programs[channel];
            if (program != NEVER) {
                say(events, CONTROLLER | channel, BANK_COARSE, program >> 14);
                say(events, CONTROLLER | channel, BANK_FINE, program >> 7 & 127);
                say(events, PROGRAM | channel, program & 127, 0);
            }
        }
        for (int said = 0; next < CHANNELS && said < MOST_AT_ONCE; next++) {
            said += sayTo(events, next);
        }
    }

    /** Returns how many messages that was. */
    private int sayTo(EventQueue events, int channel) {
        int said = 0;
        for (int number = 0; number < CONTROLLERS; number++) {
            int value = controllers[channel * CONTROLLERS + number];
            if (value != NEVER) {
                say(events, CONTROLLER | channel, number, value);
                said++;
            }
        }
        if (pressures[channel] != NEVER) {
            say(events, PRESSURE | channel, pressures[channel], 0);
            said++;
        }
        if (bends[channel] != NEVER) {
            say(events, BEND | channel, bends[channel] & 127, bends[channel] >> 7);
            said++;
        }
        return said;
    }

    private static void say(EventQueue events, int status, int first, int second) {
        events.add(SharedBlock.MIDI, 0, status, first, second, 0);
    }
}
