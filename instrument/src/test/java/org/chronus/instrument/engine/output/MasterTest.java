package org.chronus.instrument.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MasterTest {
    private static final int RATE = 48_000;

    private static float[] tone(double amplitude, double offset) {
        float[] samples = new float[RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (offset + amplitude * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        return samples;
    }

    @Test void nothingExceedsTheCeiling() {
        float[] left = tone(4, 0), right = tone(2, 0);
        Master master = new Master(RATE);
        master.process(left, right, 0, RATE);
        assertTrue(master.peak() <= 0.8710, "peak " + master.peak());
    }

    @Test void belowTheCeilingTheLimiterDoesNothing() {
        float[] quiet = tone(0.2, 0), loud = tone(0.8, 0);
        new Master(RATE).process(quiet, quiet.clone(), 0, RATE);
        new Master(RATE).process(loud, loud.clone(), 0, RATE);
        for (int i = 0; i < RATE; i++) {
            assertEquals(loud[i], 4 * quiet[i], 1e-6, "frame " + i);
        }
    }

    @Test void itsVolumeIsReachedInTenMillisecondsWithoutAStep() {
        float[] left = tone(0.5, 0), plain = left.clone();
        new Master(RATE).process(plain, plain.clone(), 0, RATE);
        Master master = new Master(RATE);
        master.process(left, left.clone(), 0, RATE / 2);
        master.volume(0.5f);
        master.process(left, left.clone(), RATE / 2, RATE);
        for (int i = RATE / 2 + 480; i < RATE; i++) {
            assertEquals(0.25 * plain[i], left[i], 1e-6, "frame " + i);
        }
        for (int i = RATE / 2; i < RATE / 2 + 480; i++) {
            assertEquals(plain[i] * (1 - 0.75 * (i + 1 - RATE / 2) / 480), left[i], 1e-5, "frame " + i);
        }
    }

    @Test void aConstantIsGoneAfterASecond() {
        float[] left = tone(0.1, 0.3);
        new Master(RATE).process(left, left.clone(), 0, RATE);
        double mean = 0;
        for (int i = RATE - 4_800; i < RATE; i++) {
            mean += left[i] / 4_800;
        }
        assertEquals(0, mean, 1e-4);
    }

    @Test void whatIsNotANumberBecomesSilenceAndIsCounted() {
        float[] left = tone(0.1, 0), right = tone(0.1, 0);
        left[100] = Float.NaN;
        right[200] = Float.POSITIVE_INFINITY;
        Master master = new Master(RATE);
        master.process(left, right, 0, RATE);
        assertEquals(2, master.scrubbed());
        for (int i = 0; i < RATE; i++) {
            assertTrue(Float.isFinite(left[i]) && Float.isFinite(right[i]));
        }
    }
}
