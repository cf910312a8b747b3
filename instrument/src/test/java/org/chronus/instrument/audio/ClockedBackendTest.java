package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock in the place of a sound card: what is late is late, and that is all. */
class ClockedBackendTest {
    private static final int RATE = 48_000, PERIOD = 64, HEADER = WavHeader.BYTES;
    private static final double PERIOD_NANOS = 1e9 * PERIOD / RATE;

    /** Writes the number of every frame, and sleeps once. */
    private static final class Counter implements AudioCallback {
        private final long[] begins;
        private final CountDownLatch done = new CountDownLatch(1);
        private final int sleepy;
        private volatile int calls;

        Counter(int count, int sleepy) {
            begins = new long[count];
            this.sleepy = sleepy;
        }

        @Override public void process(float[] left, float[] right, int frames) {
            int call = calls;
            if (call < begins.length) {
                begins[call] = System.nanoTime();
            }
            if (call == sleepy) {
                sleep();
            }
            for (int i = 0; i < frames; i++) {
                left[i] = call * frames + i;
                right[i] = -1 - left[i];
            }
            calls = call + 1;
            if (calls == begins.length) {
                done.countDown();
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Tag("L3")
    void aStallOfHalfASecondIsOneGapAndNoBurst() throws Exception {
        Counter counter = new Counter(400, 100);
        try (ClockedBackend clock = new ClockedBackend("null", RATE, PERIOD, null)) {
            clock.start(counter);
            assertTrue(counter.done.await(60, TimeUnit.SECONDS));
            assertTrue(clock.late() >= 1, "it is counted");
            assertTrue(clock.late() < 300, "once, and not for every period that was missed: " + clock.late());
        }
        long[] begins = counter.begins;
        assertTrue(begins[101] - begins[100] >= 490_000_000, "the gap");
        for (int i = 101; i < begins.length; i++) {
            // Whatever the machine does, so many callbacks need almost so many periods: nothing is made up for.
            assertTrue(begins[i] - begins[101] > (i - 101 - 2) * PERIOD_NANOS, "a burst at callback " + i);
        }
    }

    @Test
    @Tag("L1")
    void everyFrameIsWrittenOnceAndInOrderStallOrNot(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("frames.wav");
        Counter counter = new Counter(600, 200);
        try (ClockedBackend clock = new ClockedBackend("file", RATE, PERIOD, new Recorder(file, RATE, WavWriter.Format.FLOAT_32))) {
            clock.start(counter);
            assertTrue(counter.done.await(60, TimeUnit.SECONDS));
        }
        FloatBuffer frames = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        assertEquals(counter.calls * PERIOD, frames.remaining() / 2, "all that was rendered");
        for (int i = 0; frames.hasRemaining(); i++) {
            assertEquals(i, frames.get(), "left");
            assertEquals(-1 - i, frames.get(), "right");
        }
    }
}
