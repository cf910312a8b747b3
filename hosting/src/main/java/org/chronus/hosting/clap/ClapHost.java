package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.chronus.hosting.clap.abi.Memory;

/**
 * The host that one plugin sees: a clap_host, and what {@link HostCalls} note for it in foreign memory. Mutable; each method says its thread.
 */
final class ClapHost {
    /** Offset of the host's own pointer in clap_host. */
    static final int DATA = 16;
    /** Offsets in the memory behind it: flags, numbers of threads, the last warning, timers. */
    static final int CALLBACK = 0, RESCAN = 4, TAIL = 8, MAIN_THREAD = 16, AUDIO_THREAD = 24, MESSAGE = 32, MESSAGE_SIZE = 256, TIMERS = 288;
    private static final int NAME = 24, FUNCTIONS = 56, SIZE = 88;
    /** The version of CLAP whose structures these are. */
    private static final int MAJOR = 1, MINOR = 2;

    private final MemorySegment host;
    private final MemorySegment data;

    /** [main thread] Whoever makes it is on the plugin's main thread. */
    ClapHost(Arena arena) {
        host = arena.allocate(SIZE, Memory.POINTER);
        data = arena.allocate(TIMERS + ClapTimers.SIZE, Memory.POINTER);
        data.set(JAVA_LONG, MAIN_THREAD, Thread.currentThread().threadId());
        host.set(JAVA_INT, 0, MAJOR);
        host.set(JAVA_INT, 4, MINOR);
        host.set(JAVA_LONG, DATA, data.address());
        String[] texts = {"Chronus", "Chronus", "", "1.0"};
        for (int i = 0; i < texts.length; i++) {
            host.set(JAVA_LONG, NAME + i * Memory.POINTER, arena.allocateFrom(texts[i]).address());
        }
        long[] functions = {HostCalls.GET_EXTENSION, HostCalls.NOTHING, HostCalls.NOTHING, HostCalls.REQUEST_CALLBACK};
        for (int i = 0; i < functions.length; i++) {
            host.set(JAVA_LONG, FUNCTIONS + i * Memory.POINTER, functions[i]);
        }
    }

    /** Where its clap_host is. */
    long address() {
        return host.address();
    }

    /** [audio, or main thread in its place] From here on this thread is the audio thread. */
    void enterAudio() {
        data.set(JAVA_LONG, AUDIO_THREAD, Thread.currentThread().threadId());
    }

    /** [audio, or main thread in its place] And from here on no longer. */
    void leaveAudio() {
        data.set(JAVA_LONG, AUDIO_THREAD, 0);
    }

    /** [any thread] True if the length of its tail has changed since this was asked last. */
    boolean tailHasChanged() {
        return HostCalls.lowered(data.address() + TAIL);
    }

    /** [main thread] True if values of its parameters have changed since this was asked last. */
    boolean valuesHaveChanged() {
        return HostCalls.lowered(data.address() + RESCAN);
    }

    /** [any thread but audio] True if {@link #attend} has something to do, or values have changed. */
    boolean waits() {
        return data.get(JAVA_INT, CALLBACK) != 0 || data.get(JAVA_INT, RESCAN) != 0 || ClapTimers.due(data.address() + TIMERS);
    }

    /** [main thread] Gives the plugin the calls that it has asked for. */
    void attend(ClapInstance plugin) {
        if (HostCalls.lowered(data.address() + CALLBACK)) {
            plugin.onMainThread();
        }
        ClapTimers.call(data.address() + TIMERS, plugin);
    }

    /** The plugin's last warning, in brackets, to end a message with; empty if there was none. */
    String lastWarning() {
        data.set(JAVA_BYTE, MESSAGE + MESSAGE_SIZE - 1, (byte) 0);
        String text = Memory.text(data, MESSAGE, MESSAGE_SIZE);
        return text.isEmpty() ? "" : " (it says: " + text.lines().findFirst().orElse("") + ")";
    }
}
