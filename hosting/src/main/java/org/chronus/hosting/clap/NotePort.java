package org.chronus.hosting.clap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;

/** The first note input of a plugin, by the bits of the dialects that it understands; the others are not used. Immutable; any thread. */
record NotePort(int dialects) {
    /** Bits of dialects. */
    static final int CLAP = 1, MIDI = 2, MPE = 4;
    private static final int COUNT = 0, GET = 8, SUPPORTED = 4, SIZE = 268;

    /** [main thread] None: dialects 0. */
    static NotePort read(ClapInstance plugin) {
        long ports = plugin.extension("clap.note-ports");
        if (ports == 0 || Calls.count(Memory.pointer(ports + COUNT), plugin.address(), true) < 1) {
            return new NotePort(0);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment port = arena.allocate(SIZE, Memory.POINTER);
            return new NotePort(!Calls.port(Memory.pointer(ports + GET), plugin.address(), 0, true, port.address()) ? 0
                    : port.get(ValueLayout.JAVA_INT, SUPPORTED));
        }
    }

    /** True if there is one. */
    boolean exists() {
        return dialects != 0;
    }

    /** True if notes have to be MIDI messages, and each finger may have a channel for itself. */
    boolean mpeOnly() {
        return (dialects & CLAP) == 0 && (dialects & MPE) != 0;
    }

    /** True if notes have to be MIDI messages: it knows no others. */
    boolean midiOnly() {
        return (dialects & CLAP) == 0 && (dialects & (MIDI | MPE)) != 0;
    }
}
