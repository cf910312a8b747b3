package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.junit.jupiter.api.Test;

class FutexTest {
    private static final long LONG = 60_000_000_000L, SHORT = 20_000_000, PATIENCE_MILLIS = 30_000;

    /** Wakes the word again and again until the thread has ended: it may not sleep yet. */
    private static boolean endsWhenWoken(Thread thread, MemorySegment word) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (thread.isAlive() && System.currentTimeMillis() < end) {
            Futex.wake(word);
            thread.join(5);
        }
        return !thread.isAlive();
    }

    @Test void whoSleepsIsWoken() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment word = arena.allocate(JAVA_INT);
            Thread sleeper = Thread.ofPlatform().daemon().start(() -> new Futex(arena).await(word, 0, LONG));
            assertTrue(endsWhenWoken(sleeper, word));
        }
    }

    @Test void anyOfSeveralWordsWakes() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment first = arena.allocate(JAVA_INT), second = arena.allocate(JAVA_INT);
            for (MemorySegment word : new MemorySegment[] {first, second}) {
                FutexSet set = new FutexSet(arena);
                set.add(first, 0);
                set.add(second, 0);
                assertTrue(endsWhenWoken(Thread.ofPlatform().daemon().start(() -> set.await(LONG)), word));
            }
        }
    }

    @Test void nobodySleepsOnAWordThatHasChangedAlready() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment word = arena.allocate(JAVA_INT);
            FutexSet set = new FutexSet(arena);
            set.add(word, 1);
            long begin = System.nanoTime();
            set.await(LONG);
            new Futex(arena).await(word, 1, LONG);
            assertTrue(System.nanoTime() - begin < LONG / 2);
        }
    }

    @Test void whoIsNotWokenSleepsItsTime() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment word = arena.allocate(JAVA_INT);
            FutexSet set = new FutexSet(arena);
            set.add(word, 0);
            long begin = System.nanoTime();
            set.await(SHORT);
            assertTrue(System.nanoTime() - begin >= SHORT);
        }
    }
}
