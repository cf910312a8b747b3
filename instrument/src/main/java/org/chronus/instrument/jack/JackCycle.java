package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

import org.chronus.foreign.Native;

/** What of JACK is called in each of its cycles: pointers are longs. Stateless; [audio], none of it allocates. */
final class JackCycle {
    /** More than the head of a buffer has, in bytes. */
    private static final int NOWHERE = 4_096;
    private static final MethodHandle BUFFER = JackLibrary.handle("jack_port_get_buffer", JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle COUNT = JackLibrary.handle("jack_midi_get_event_count", JAVA_INT, JAVA_LONG);
    private static final MethodHandle GET = JackLibrary.handle("jack_midi_event_get", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLEAR = JackLibrary.handle("jack_midi_clear_buffer", null, JAVA_LONG);
    private static final MethodHandle RESERVE = JackLibrary.handle("jack_midi_event_reserve", JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG);

    private JackCycle() { }

    /** [any thread but audio] Calls what is called with events, in memory that is no buffer, so that nothing is loaded when the first one comes. */
    static void load() {
        try (Arena arena = Arena.ofConfined()) {
            long nowhere = arena.allocate(NOWHERE, Long.BYTES).address();
            events(nowhere);
            event(nowhere, nowhere, 0);
            clear(nowhere);
            reserve(nowhere, 0, 1);
        }
    }

    /** Where the frames, or the events, of a port are in this cycle. */
    static long buffer(long port, int frames) {
        try {
            return (long) BUFFER.invokeExact(port, frames);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** How many events a MIDI input has. */
    static int events(long buffer) {
        try {
            return (int) COUNT.invokeExact(buffer);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** Fills in {@code jack_midi_event_t}: the frame at 0, the size at 8, the pointer to the bytes at 16. False if there is none. */
    static boolean event(long event, long buffer, int number) {
        try {
            return (int) GET.invokeExact(event, buffer, number) == 0;
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** Empties a MIDI output, as each cycle must. */
    static void clear(long buffer) {
        try {
            CLEAR.invokeExact(buffer);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** Room for an event in a MIDI output; 0 if there is none. Frames in the order of time. */
    static long reserve(long buffer, int frame, long size) {
        try {
            return (long) RESERVE.invokeExact(buffer, frame, size);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }
}
