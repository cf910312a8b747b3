package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;

import org.chronus.instrument.engine.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Program changes by the thousand. */
class ManyCommitsTest {
    /** Long enough for the last of it to leave the DC filter. */
    private static final int BLOCK = 64, REST = 32_768;
    private static final String ONE = Stage.TONE.replace("attack: 20 ms, release: 0.1 s", "attack: 0 ms, release: 1 ms");
    private static final List<String> PRESETS = List.of(ONE, ONE.replace("0.25", "0.05"), ONE.replace("sine", "pulse, width: 0.2"),
            ONE.replace("sine", "saw, tune: 7 st"), ONE.replace("0.25", "-0.4"));

    /** A note at the very frame of the swap, and the whole first block of it. */
    private static float[] firstBlock(Stage stage, String preset) {
        stage.offer(preset);
        long now = stage.engine.position();
        return stage.press(now, 69).lift(now + BLOCK, 69).left(BLOCK);
    }

    @Test
    @Tag("L6")
    void theFirstBlockAfterEachOfAThousandSwapsHasThePresetsValues() {
        float[][] alone = PRESETS.stream().map(preset -> firstBlock(new Stage(), preset)).toArray(float[][]::new);
        Stage stage = new Stage();
        for (int i = 0; i < 1_000; i++) {
            float[] block = firstBlock(stage, PRESETS.get(i % PRESETS.size()));
            assertTrue(Stage.rms(block, 0, BLOCK) > 1e-3, "it sounds");
            assertArrayEquals(alone[i % PRESETS.size()], block, 1e-5f, "after swap " + i);
            stage.left(REST);
        }
    }

    @Test
    @Tag("L8")
    void tenThousandCommitsWithANoteBetweenEachTwoTakeTurnsAndLeaveNothingBehind() {
        Stage stage = new Stage();
        stage.offer(ONE);
        stage.left(BLOCK);
        long early = 0;
        for (int i = 0; i < 10_000; i++) {
            Slot before = stage.engine.slots().active();
            long now = stage.engine.position();
            double sound = Stage.rms(stage.press(now, 69).lift(now + BLOCK, 69).left(8 * BLOCK), 0, BLOCK);
            assertTrue(sound > 0.01, "the note before commit " + i + " sounds");
            SwapReport swap = stage.offer(ONE);
            stage.left(8 * BLOCK);
            assertEquals(SwapReport.Outcome.SWAPPED, swap.outcome());
            assertNotSame(before, stage.engine.slots().active(), "commit " + i);
            while (stage.engine.handover().takeBack() != null) {
                assertEquals(0, stage.engine.stats().failures());
            }
            early = i == 1_000 ? usedBytes() : early;
        }
        assertEquals(early, usedBytes(), 0.05 * early + 4e6, "bytes in use");
        assertEquals(0, stage.engine.slots().stats().refused());
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
