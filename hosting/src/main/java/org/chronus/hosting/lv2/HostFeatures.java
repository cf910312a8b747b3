package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.lv2.data.Vocabulary;

/** What is offered to a plugin: features and options. Any thread. */
final class HostFeatures {
    /** The size that sequences of events have, in bytes, unless a port asks for more: some 300 notes in one piece. */
    static final int SEQUENCE_BYTES = 8_192;

    private static final long OPTION = 32;

    private HostFeatures() { }

    /** The array of {@code LV2_Feature} pointers for one instance. */
    static MemorySegment array(Arena arena, Worker worker, float sampleRate) {
        List<MemorySegment> features = List.of(
                feature(arena, Vocabulary.MAP, Urids.MAP),
                feature(arena, Vocabulary.UNMAP, Urids.UNMAP),
                feature(arena, Vocabulary.OPTIONS, options(arena, sampleRate)),
                feature(arena, Vocabulary.BOUNDED, MemorySegment.NULL),
                feature(arena, Vocabulary.SCHEDULE, worker.feature(arena)),
                feature(arena, Vocabulary.DEFAULT_STATE, MemorySegment.NULL),
                feature(arena, Vocabulary.LOG, HostLog.FEATURE));
        MemorySegment array = arena.allocate(ADDRESS, features.size() + 1);
        for (int i = 0; i < features.size(); i++) {
            array.setAtIndex(ADDRESS, i, features.get(i));
        }
        return array;
    }

    private static MemorySegment feature(Arena arena, String uri, MemorySegment data) {
        MemorySegment struct = arena.allocate(ADDRESS, 2);
        struct.setAtIndex(ADDRESS, 0, arena.allocateFrom(uri));
        struct.setAtIndex(ADDRESS, 1, data);
        return struct;
    }

    private static MemorySegment options(Arena arena, float sampleRate) {
        MemorySegment array = arena.allocate(OPTION * 6, JAVA_LONG.byteAlignment());
        MemorySegment rate = arena.allocateFrom(JAVA_FLOAT, sampleRate);
        option(array, 0, Vocabulary.LEAST_FRAMES, Vocabulary.ATOM_INT, arena.allocateFrom(JAVA_INT, 1));
        option(array, 1, Vocabulary.MOST_FRAMES, Vocabulary.ATOM_INT, arena.allocateFrom(JAVA_INT, HostedPlugin.MOST_FRAMES));
        option(array, 2, Vocabulary.USUAL_FRAMES, Vocabulary.ATOM_INT, arena.allocateFrom(JAVA_INT, HostedPlugin.MOST_FRAMES));
        option(array, 3, Vocabulary.SEQUENCE_SIZE, Vocabulary.ATOM_INT, arena.allocateFrom(JAVA_INT, SEQUENCE_BYTES));
        option(array, 4, Vocabulary.RATE, Vocabulary.ATOM_FLOAT, rate);
        return array;
    }

    /** The context and the subject are 0: the instance itself. */
    private static void option(MemorySegment array, int index, String key, String type, MemorySegment value) {
        long at = OPTION * index;
        array.set(JAVA_INT, at + 8, Urids.of(key));
        array.set(JAVA_INT, at + 12, (int) value.byteSize());
        array.set(JAVA_INT, at + 16, Urids.of(type));
        array.set(ADDRESS, at + 24, value);
    }
}
