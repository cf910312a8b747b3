package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of every size go round and round. */
class JackMidiRingTest {
    private static final int MESSAGES = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 9, 16, 17, 33, 1_000})
    void eachMessageComesOutAsItWentIn(int size) {
        JackMidiRing ring = new JackMidiRing();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(size, Long.BYTES);
            for (int i = 0; i < MESSAGES; i++) {
                bytes.fill((byte) i);
                assertTrue(ring.put(i, 7L * i, bytes.address(), size));
                assertTrue(ring.next());
                assertEquals(i, ring.port());
                assertEquals(7L * i, ring.frame());
                assertArrayEquals(bytes.toArray(ValueLayout.JAVA_BYTE), ring.bytes());
                ring.remove();
            }
        }
        assertEquals(0, ring.lost());
    }
}
