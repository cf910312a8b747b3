package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.chronus.hosting.lv2.data.Vocabulary;

/** The sequence of events of one atom port, an input's or an output's. For the thread that runs the plugin. */
final class EventBuffer {
    private static final int HEADER = 8;
    private static final int BODY = 8;
    private static final int EVENT = 24;
    private static final int EVENT_BODY = 16;
    private static final int SEQUENCE = Urids.of(Vocabulary.ATOM_SEQUENCE);
    private static final int CHUNK = Urids.of(Vocabulary.ATOM_CHUNK);
    private static final int MIDI = Urids.of(Vocabulary.MIDI_EVENT);

    private final MemorySegment memory;
    private final boolean input;
    private int end;

    EventBuffer(Arena arena, int bytes, boolean input) {
        memory = arena.allocate(bytes, JAVA_LONG.byteAlignment());
        this.input = input;
        clear();
    }

    MemorySegment memory() {
        return memory;
    }

    /** [audio] Empty, for the next piece: an input has no events, an output has all its room. */
    void clear() {
        end = HEADER + BODY;
        memory.set(JAVA_INT, 0, input ? BODY : (int) memory.byteSize() - HEADER);
        memory.set(JAVA_INT, 4, input ? SEQUENCE : CHUNK);
    }

    /** [audio] A message of three bytes at a frame, which is not before that of the last one. Lost if there is no room. */
    void midi(int frame, int status, int first, int second) {
        if (end + EVENT <= memory.byteSize()) {
            memory.set(JAVA_LONG, end, frame);
            memory.set(JAVA_INT, end + 8, status >= 0xF8 ? 1 : isShort(status) ? 2 : 3);
            memory.set(JAVA_INT, end + 12, MIDI);
            memory.set(JAVA_BYTE, end + EVENT_BODY, (byte) status);
            memory.set(JAVA_BYTE, end + EVENT_BODY + 1, (byte) (first & 0x7F));
            memory.set(JAVA_BYTE, end + EVENT_BODY + 2, (byte) (second & 0x7F));
            end += EVENT;
            memory.set(JAVA_INT, 0, end - HEADER);
        }
    }

    /** Program change and channel pressure have one byte of data. */
    private static boolean isShort(int status) {
        return (status & 0xE0) == 0xC0;
    }
}
