package org.chronus.instrument.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two clocks that differ, a device that comes in bursts, stops and goes on: what is heard is one tone, without a step. */
class InputRingTest {
    private static final int RATE = 48_000, PERIOD = 64;
    /** What a frame that is left out in a cross-fade does to the pitch. */
    private static final double HERTZ = 440, PULL = 1 / 512.0;
    /** Of the tone itself with that; and of the way from silence. */
    private static final double SLOPE = 2 * Math.PI * HERTZ / RATE * (1 + PULL) + 1e-4, FADE = 1 / 64.0;

    private final InputRing ring = new InputRing(RATE, PERIOD);
    private final float[] chunk = new float[4_096];
    private long written;

    private void write(int frames) {
        for (int i = 0; i < frames; i++) {
            chunk[i] = (float) Math.sin(2 * Math.PI * HERTZ * (written + i) / RATE);
        }
        ring.write(chunk, chunk, frames);
        written += frames;
    }

    /** Seconds of it, with a writer whose clock is so much faster and who comes in bursts of so many frames. */
    private float[] hear(double seconds, double faster, int burst) {
        float[] heard = new float[(int) (seconds * RATE) / PERIOD * PERIOD], left = new float[PERIOD], right = new float[PERIOD];
        double due = 0;
        for (int done = 0; done < heard.length; done += PERIOD) {
            for (due += PERIOD * (1 + faster); due >= burst; due -= burst) {
                write(burst);
            }
            if (ring.read(left, right, PERIOD)) {
                assertEquals(left[PERIOD / 2], right[PERIOD / 2]);
                System.arraycopy(left, 0, heard, done, PERIOD);
            }
        }
        return heard;
    }

    @ParameterizedTest
    @CsvSource({"0, 48", "0.0001, 48", "-0.0001, 48", "0.001, 64", "-0.001, 64", "0.0003, 256", "-0.0003, 256"})
    void theToneGoesOnWhateverTheClocksDo(double faster, int burst) {
        float[] heard = hear(60, faster, burst), late = Arrays.copyOfRange(heard, heard.length - RATE, heard.length);
        assertEquals(0, ring.gaps());
        double moved = faster * RATE * 60, corrected = ring.dropped() - ring.repeated();
        assertEquals(moved, corrected, 400, "frames that were dropped less those that were repeated");
        assertTrue(Waves.steepestStep(late) < SLOPE, "a step of " + Waves.steepestStep(late));
        assertEquals(HERTZ, Spectrum.of(Arrays.copyOf(late, 32_768), RATE).strongest(), HERTZ * (Math.abs(faster) + PULL));
        assertTrue(Waves.peak(late) > 0.99);
    }

    @Test void equalClocksNeedNoCorrectionOnceTheRingIsAtItsMargin() {
        hear(2, 0, PERIOD);
        long corrected = ring.dropped() + ring.repeated();
        assertTrue(corrected <= PERIOD, corrected + " frames");
        hear(20, 0, PERIOD);
        assertEquals(corrected, ring.dropped() + ring.repeated());
    }

    @Test void aWriterThatStopsFadesOutAndOneThatGoesOnFadesIn() {
        float[] before = hear(1, 0, 48);
        float[] stopped = hear(0.5, -1, 48);
        float[] after = hear(1, 0, 48);
        float[] all = Arrays.copyOf(before, before.length + stopped.length + after.length);
        System.arraycopy(stopped, 0, all, before.length, stopped.length);
        System.arraycopy(after, 0, all, before.length + stopped.length, after.length);
        assertEquals(1, ring.gaps());
        assertEquals(0, Waves.peak(Arrays.copyOfRange(stopped, stopped.length / 2, stopped.length)));
        assertTrue(Waves.peak(Arrays.copyOfRange(after, after.length / 2, after.length)) > 0.99);
        assertTrue(Waves.steepestStep(all) < SLOPE + FADE, "a step of " + Waves.steepestStep(all));
    }

    @Test void whatPiledUpWhileNobodyReadIsLeftOutAtOnce() {
        hear(1, 0, 48);
        write(2_000);
        float[] heard = hear(2, 0, 48);
        assertTrue(ring.dropped() >= 1_900 && ring.dropped() < 2_200, "dropped " + ring.dropped());
        assertEquals(0, ring.gaps());
        assertTrue(Waves.steepestStep(heard) < SLOPE + 2 * PULL, "a step of " + Waves.steepestStep(heard));
    }

    @Test void nothingIsHeardBeforeSomethingCame() {
        float[] left = {7}, right = {7};
        assertTrue(!ring.read(left, right, 1) && left[0] == 7);
    }
}
