package org.chronus.midi.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class OscScheduleTest {
    private static final long SECOND = 1_000_000_000L, NOW = Long.MAX_VALUE - SECOND / 2;

    private final OscSchedule schedule = new OscSchedule();
    private final List<String> handed = new ArrayList<>();

    private boolean add(String address, long wait) {
        return schedule.add(OscMessage.of(address), NOW, wait, null);
    }

    private void run(long now) {
        schedule.run(now, (message, nanos, sender) -> handed.add(message.address() + " " + (nanos - NOW)));
    }

    @Test void whatWaitsComesInTheOrderOfItsTimeStampedWithItAndThenAsItWasSent() {
        add("/late", 400);
        add("/first", 100);
        add("/second", 100);
        run(NOW);
        assertEquals(List.of("/first 100", "/second 100", "/late 400"), handed, "a little early, with their own times");
    }

    @Test void nothingComesLongBeforeItsTime() {
        add("/later", SECOND / 10);
        assertEquals(98, schedule.millisUntilNext(NOW));
        run(NOW);
        assertEquals(List.of(), handed);
        run(NOW + SECOND / 10);
        assertEquals(1, handed.size());
        assertEquals(Long.MAX_VALUE, schedule.millisUntilNext(NOW));
    }

    @Test void thereIsAnEndToWaitingAndToTheRoom() {
        assertFalse(add("/a", 61 * SECOND));
        for (int i = 0; i < 4_096; i++) {
            assertTrue(add("/a", SECOND / 10));
        }
        assertFalse(add("/a", SECOND / 10));
        schedule.clear();
        assertTrue(add("/a", SECOND / 10));
    }
}
