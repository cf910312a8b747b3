package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.SourceDataLine;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.stubbing.OngoingStubbing;

/** A line of Java Sound whose card is pulled out while it plays: the engine goes on at its pace, and what nobody takes is late. */
class DeadLineTest {
    private static final int RATE = 48_000, PERIOD = 64, PERIOD_BYTES = 4 * PERIOD, TAKEN = 3, CALLS = 40;
    private static final double PERIOD_NANOS = 1e9 * PERIOD / RATE;

    private final SourceDataLine line = mock(SourceDataLine.class);

    /** The line takes some periods first. */
    private OngoingStubbing<Integer> write() {
        when(line.getBufferSize()).thenReturn(4 * PERIOD_BYTES);
        when(line.available()).thenReturn(PERIOD_BYTES);
        OngoingStubbing<Integer> write = when(line.write(any(), anyInt(), anyInt()));
        for (int i = 0; i < TAKEN; i++) {
            write = write.thenReturn(PERIOD_BYTES);
        }
        return write;
    }

    private void goesOnInItsPace() throws Exception {
        long[] begins = new long[CALLS];
        int[] calls = new int[1];
        CountDownLatch done = new CountDownLatch(1);
        try (JavaSoundBackend backend = new JavaSoundBackend(line, "Card", RATE, PERIOD)) {
            backend.start((left, right, frames) -> {
                if (calls[0] < CALLS) {
                    begins[calls[0]++] = System.nanoTime();
                } else {
                    done.countDown();
                }
            });
            assertTrue(done.await(60, TimeUnit.SECONDS), "it stands still");
            assertTrue(backend.late() >= CALLS - TAKEN, "every period that is not taken is late: " + backend.late());
        }
        double share = (begins[CALLS - 1] - begins[TAKEN]) / (PERIOD_NANOS * (CALLS - 1 - TAKEN));
        assertTrue(share > 0.9, "a period lasts as long as it should, or longer: " + share);
        InOrder order = inOrder(line);
        order.verify(line).start();
        order.verify(line).close();
    }

    @Test void aLineThatThrowsInWriteIsLateAndNoMore() throws Exception {
        write().thenThrow(new IllegalStateException("no such device"));
        goesOnInItsPace();
    }

    @Test void aLineThatTakesNothingIsLateAndNoMore() throws Exception {
        write().thenReturn(0);
        goesOnInItsPace();
    }

    @Test void aLineThatTakesAllIsNeverLate() throws Exception {
        write();
        CountDownLatch done = new CountDownLatch(CALLS);
        try (JavaSoundBackend backend = new JavaSoundBackend(line, "Card", RATE, PERIOD)) {
            backend.start((left, right, frames) -> done.countDown());
            assertTrue(done.await(60, TimeUnit.SECONDS), "it stands still");
            assertEquals(0, backend.late());
        }
    }
}
