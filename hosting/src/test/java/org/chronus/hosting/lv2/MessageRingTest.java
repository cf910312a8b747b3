package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.chronus.foreign.Native;

/** Messages between the audio thread and the one that works. */
class MessageRingTest {
    private static final int MESSAGES = 200_000, LONGEST = 30;

    private final Arena arena = Arena.ofAuto();
    private final MessageRing ring = new MessageRing(arena, 256);

    @Test void whatDoesNotFitIsRefusedAndWhatWasDroppedMakesRoom() {
        MemorySegment message = arena.allocate(256);
        assertFalse(ring.write(message.address(), 121));
        assertFalse(ring.write(message.address(), -1));
        assertTrue(ring.isEmpty());
        int count = 0;
        while (ring.write(message.address(), 20)) {
            count++;
        }
        assertEquals(8, count);
        assertTrue(ring.next() != 0);
        assertEquals(20, ring.length());
        ring.drop();
        assertTrue(ring.write(message.address(), 20));
        ring.clear();
        assertEquals(0, ring.next());
    }

    @Test void messagesOfAnyLengthArriveWholeAndInOrderFromAnotherThread() throws InterruptedException {
        Thread writer = Thread.ofPlatform().daemon().start(() -> {
            MemorySegment message = arena.allocate(JAVA_INT, LONGEST);
            Random random = new Random(1);
            for (int i = 0; i < MESSAGES; i++) {
                int length = 1 + random.nextInt(LONGEST);
                for (int j = 0; j < length; j++) {
                    message.setAtIndex(JAVA_INT, j, i);
                }
                while (!ring.write(message.address(), length * Integer.BYTES)) {
                    Thread.yield();
                }
            }
        });
        Random random = new Random(1);
        for (int i = 0; i < MESSAGES; i++) {
            int length = 1 + random.nextInt(LONGEST);
            long body = ring.next();
            while (body == 0) {
                Thread.yield();
                body = ring.next();
            }
            assertEquals(length * Integer.BYTES, ring.length());
            assertEquals(i, Native.MEMORY.get(JAVA_INT, body));
            assertEquals(i, Native.MEMORY.get(JAVA_INT, body + (length - 1) * 4L));
            ring.drop();
        }
        writer.join();
    }
}
