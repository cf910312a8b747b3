package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChimeTest {
    private static final int RATE = 48_000, PERIOD = 64, CEILING_PERCENT = 87;

    private final Chime chime = new Chime((left, right, frames) -> {
        for (int i = 0; i < frames; i++) {
            left[i] = CEILING_PERCENT / 100f;
            right[i] = -CEILING_PERCENT / 100f;
        }
    }, RATE);

    /** What it adds, on the left. */
    private float[] listen(int periods) {
        float[] heard = new float[periods * PERIOD], left = new float[PERIOD], right = new float[PERIOD];
        for (int at = 0; at < heard.length; at += PERIOD) {
            chime.process(left, right, PERIOD);
            for (int i = 0; i < PERIOD; i++) {
                assertTrue(Math.abs(left[i]) <= 1 && Math.abs(right[i]) <= 1, "no clipping");
                heard[at + i] = left[i] - CEILING_PERCENT / 100f;
            }
        }
        return heard;
    }

    private static float peak(float[] sound) {
        float peak = 0;
        for (float each : sound) {
            peak = Math.max(peak, Math.abs(each));
        }
        return peak;
    }

    @Test void untilItIsStruckNotABitChanges() {
        assertEquals(0, peak(listen(100)));
    }

    @Test void itIsSoftHasNoStepsAndEnds() {
        chime.strike();
        float[] heard = listen(400);
        assertEquals(0.02, peak(heard), 0.008);
        float step = 0;
        for (int i = 1; i < heard.length; i++) {
            step = Math.max(step, Math.abs(heard[i] - heard[i - 1]));
        }
        assertTrue(step < 0.015, "its own partials' slope: " + step);
        assertEquals(0, heard[heard.length - 1]);
        assertEquals(0, peak(listen(10)));
    }

    @Test void aQuickSecondStrikeIsOneWithTheFirstAndALaterOneRingsAgain() {
        chime.strike();
        float first = peak(listen(10));
        chime.strike();
        assertTrue(peak(listen(150)) < 1.5 * first);
        listen(200);
        chime.strike();
        assertEquals(first, peak(listen(10)), 1e-6);
    }
}
