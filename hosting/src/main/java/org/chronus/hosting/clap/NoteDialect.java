package org.chronus.hosting.clap;

import java.util.Arrays;

import org.chronus.hosting.FingerChannels;
import org.chronus.hosting.HostedPlugin.Expression;
import org.chronus.hosting.clap.abi.EventList;

/**
 * How notes, and what is said of them and their channels, are told to a plugin: in the dialect of CLAP's own events if it understands that
 * one, else as MIDI with MPE, else as plain MIDI. Mutable; [audio], or the main thread while nothing runs the plugin.
 */
final class NoteDialect {
    private static final int NOTE_OFF = 0x80, NOTE_ON = 0x90, KEY_PRESSURE = 0xA0, BEND = 0xE0, KEYS = 128, CHANNELS = 16;

    private final NotePort port;
    private final EventList events;
    /** By channel and key: how far the latest note there is tuned, in semitones. */
    private final float[] tunings = new float[CHANNELS * KEYS];
    private final FingerChannels fingers;
    private int number;

    NoteDialect(NotePort port, EventList events) {
        this.port = port;
        this.events = events;
        fingers = new FingerChannels(this::message, port.mpeOnly(), FingerChannels.WIDE);
    }

    private void message(int frame, int status, int first, int second) {
        events.midi(frame, status, first, second);
    }

    /** The plugin is as it was at first. */
    void clear() {
        Arrays.fill(tunings, 0);
        fingers.clear();
    }

    /** See {@link org.chronus.hosting.HostedPlugin#hearsFingers}. */
    boolean hearsFingers() {
        return port.exists() && !port.midiOnly() || port.mpeOnly();
    }

    void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        if (port.midiOnly()) {
            if (port.mpeOnly()) {
                fingers.noteOn(frame, channel);
            }
            events.midi(frame, NOTE_ON | channel, key, Math.max(1, Math.round(velocity * 127)));
        } else if (port.exists()) {
            number = number + 1 & Integer.MAX_VALUE;
            tunings[channel * KEYS + key] = tuning;
            events.noteOn(frame, number, channel, key, tuning, velocity);
        }
    }

    void noteOff(int frame, int channel, int key, float velocity) {
        if (port.midiOnly()) {
            events.midi(frame, NOTE_OFF | channel, key, Math.round(velocity * 127));
        } else if (port.exists()) {
            events.noteOff(frame, channel, key, velocity);
        }
    }

    /** A bend is added to the tuning of the note: the plugin hears of their sum. */
    void express(int frame, int channel, int key, Expression what, float value) {
        if (port.mpeOnly()) {
            fingers.express(frame, channel, what, value);
        } else if (hearsFingers()) {
            if (what == Expression.BEND) {
                events.tuning(frame, channel, key, tunings[channel * KEYS + key] + value);
            } else if (what == Expression.PRESSURE) {
                events.pressure(frame, channel, key, value);
            } else {
                events.brightness(frame, channel, key, value);
            }
        }
    }

    void midi(int frame, int status, int first, int second) {
        if (port.exists() && !port.midiOnly() && (status & 0xF0) == KEY_PRESSURE) {
            events.pressure(frame, status & 0xF, first, second / 127.0);
        } else if (port.mpeOnly() && (status & 0xF0) == BEND) {
            fingers.bender(frame, status & 0xF, first, second);
        } else if (port.exists()) {
            events.midi(frame, status, first, second);
        }
    }
}
