package org.chronus.hosting.clap.abi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;

/**
 * What a plugin gets with its next frames: a clap_input_events in foreign memory, by frame, and in the order of the calls where frames are
 * the same. Mutable; [audio], or the main thread while nothing runs the plugin.
 *
 * <p>The plugin reads it by two functions of ours, which are the same for all lists, and only look at foreign memory.
 */
public final class EventList {
    private static final int CAPACITY = 2_048;
    /** Places that parameters leave free, so that a note can always end. */
    private static final int FOR_NOTES = 512;
    private static final int NOTE_ON = 0, NOTE_OFF = 1, EXPRESSION = 4, VALUE = 5, MIDI = 10;
    private static final int TUNING = 2, BRIGHTNESS = 5, PRESSURE = 6;
    private static final long ANY = -1;
    /** Sizes of events, and what each has room for. */
    private static final int VALUE_SIZE = 56, NOTE_SIZE = 40, MIDI_SIZE = 24, SLOT = 64;
    /** The list, the number of events, pointers to them by frame, the events. */
    private static final long COUNT = 24, POINTERS = 32, EVENTS = POINTERS + CAPACITY * 8L;
    private static final long SIZE_FUNCTION = Calls.upcall(MethodHandles.lookup(), "size", JAVA_INT, JAVA_LONG);
    private static final long GET_FUNCTION = Calls.upcall(MethodHandles.lookup(), "get", JAVA_LONG, JAVA_LONG, JAVA_INT);

    private final MemorySegment list;
    private final int[] frames = new int[CAPACITY];
    private int count;

    public EventList(Arena arena) {
        list = arena.allocate(EVENTS + CAPACITY * (long) SLOT, Memory.POINTER);
        list.set(JAVA_LONG, 0, list.address());
        list.set(JAVA_LONG, 8, SIZE_FUNCTION);
        list.set(JAVA_LONG, 16, GET_FUNCTION);
    }

    private static int size(long list) {
        return Memory.ALL.get(JAVA_INT, list + COUNT);
    }

    private static long get(long list, int index) {
        return index >= 0 && index < size(list) ? Memory.ALL.get(JAVA_LONG, list + POINTERS + index * 8L) : 0;
    }

    /** Where its clap_input_events is. */
    public long address() {
        return list.address();
    }

    /** The plugin has had them. */
    public void clear() {
        count = 0;
        list.set(JAVA_INT, COUNT, 0);
    }

    /** The offset of a new event behind its header; negative if there is no room. */
    private long add(int frame, int type, int size, int most) {
        if (count >= most) {
            return -1;
        }
        long event = EVENTS + count * (long) SLOT;
        list.set(JAVA_INT, event, size);
        list.set(JAVA_INT, event + 4, frame);
        list.set(JAVA_SHORT, event + 8, (short) 0);
        list.set(JAVA_SHORT, event + 10, (short) type);
        list.set(JAVA_INT, event + 12, 0);
        int place = count;
        for (; place > 0 && frames[place - 1] > frame; place--) {
            frames[place] = frames[place - 1];
            list.set(JAVA_LONG, POINTERS + place * 8L, list.get(JAVA_LONG, POINTERS + (place - 1) * 8L));
        }
        frames[place] = frame;
        list.set(JAVA_LONG, POINTERS + place * 8L, list.address() + event);
        list.set(JAVA_INT, COUNT, ++count);
        return event + 16;
    }

    /** A note, by its number, the note port, its channel and key. */
    private void address(long at, int note, int channel, int key) {
        list.set(JAVA_INT, at, note);
        list.set(JAVA_SHORT, at + 4, (short) 0);
        list.set(JAVA_SHORT, at + 6, (short) channel);
        list.set(JAVA_SHORT, at + 8, (short) key);
    }

    /** A parameter has a value for all notes. */
    public void value(int frame, int id, long cookie, double value) {
        long at = add(frame, VALUE, VALUE_SIZE, CAPACITY - FOR_NOTES);
        if (at >= 0) {
            list.set(JAVA_INT, at, id);
            list.set(JAVA_LONG, at + 8, cookie);
            list.set(JAVA_LONG, at + 16, ANY);
            list.set(JAVA_LONG, at + 24, ANY);
            list.set(JAVA_DOUBLE, at + 32, value);
        }
    }

    private void note(int frame, int type, int note, int channel, int key, float velocity) {
        long at = add(frame, type, NOTE_SIZE, CAPACITY);
        if (at >= 0) {
            address(at, note, channel, key);
            list.set(JAVA_DOUBLE, at + 16, velocity);
        }
    }

    private void expression(int frame, int expression, int note, int channel, int key, double value, int most) {
        long at = add(frame, EXPRESSION, NOTE_SIZE, most);
        if (at >= 0) {
            list.set(JAVA_INT, at, expression);
            address(at + 4, note, channel, key);
            list.set(JAVA_DOUBLE, at + 16, value);
        }
    }

    /** A note of that number begins, at a tuning in semitones. */
    public void noteOn(int frame, int note, int channel, int key, float tuning, float velocity) {
        note(frame, NOTE_ON, note, channel, key, velocity);
        if (tuning != 0) {
            expression(frame, TUNING, note, channel, key, tuning, CAPACITY);
        }
    }

    /** Whatever sounds on a key ends. */
    public void noteOff(int frame, int channel, int key, float velocity) {
        note(frame, NOTE_OFF, -1, channel, key, velocity);
    }

    /** A key is pressed, 0..1. */
    public void pressure(int frame, int channel, int key, double pressure) {
        expression(frame, PRESSURE, -1, channel, key, pressure, CAPACITY - FOR_NOTES);
    }

    /** A key is so bright, 0..1. */
    public void brightness(int frame, int channel, int key, double brightness) {
        expression(frame, BRIGHTNESS, -1, channel, key, brightness, CAPACITY - FOR_NOTES);
    }

    /** A key is tuned otherwise, in semitones. */
    public void tuning(int frame, int channel, int key, double tuning) {
        expression(frame, TUNING, -1, channel, key, tuning, CAPACITY - FOR_NOTES);
    }

    /** A message of MIDI. */
    public void midi(int frame, int status, int first, int second) {
        long at = add(frame, MIDI, MIDI_SIZE, CAPACITY);
        if (at >= 0) {
            list.set(JAVA_SHORT, at, (short) 0);
            list.set(JAVA_BYTE, at + 2, (byte) status);
            list.set(JAVA_BYTE, at + 3, (byte) first);
            list.set(JAVA_BYTE, at + 4, (byte) second);
        }
    }
}
