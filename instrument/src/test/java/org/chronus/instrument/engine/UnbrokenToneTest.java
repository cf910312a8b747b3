package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of one note: every sample of a sine follows from the two before it, so that none can be missing, repeated or out of place. */
@Tag("L1")
class UnbrokenToneTest {
    private static final int KEY = 70, SETTLED = 96_000, FRAMES = 60 * Stage.RATE;
    private static final double HERTZ = 440 * Math.pow(2, (KEY - 69) / 12.0);

    /** The largest error of the prediction from sample to sample. */
    private static double surprise(float[] tone, int from) {
        double twice = 2 * Math.cos(2 * Math.PI * HERTZ / Stage.RATE), worst = 0;
        for (int i = from + 2; i < tone.length; i++) {
            worst = Math.max(worst, Math.abs(tone[i] - (twice * tone[i - 1] - tone[i - 2])));
        }
        return worst;
    }

    private static int cycles(float[] tone, int from) {
        int cycles = 0;
        for (int i = from + 1; i < tone.length; i++) {
            cycles += tone[i - 1] < 0 && tone[i] >= 0 ? 1 : 0;
        }
        return cycles;
    }

    private static float[] minute() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, KEY);
        SplittableRandom random = new SplittableRandom(1);
        float[] minute = new float[FRAMES];
        for (int done = 0; done < FRAMES;) {
            int frames = Math.min(FRAMES - done, 1 + random.nextInt(random.nextBoolean() ? 64 : 4_096));
            System.arraycopy(stage.left(frames), 0, minute, done, frames);
            done += frames;
        }
        return minute;
    }

    @Test void noSampleOfAMinuteIsMissingRepeatedOrOutOfPlace() {
        float[] minute = minute();
        assertEquals(0, surprise(minute, SETTLED), 1e-6);
        assertEquals(HERTZ * (FRAMES - SETTLED) / Stage.RATE, cycles(minute, SETTLED), 1);
    }

    @Test void aSingleBlockTooManyOrTooFewIsSeen() {
        float[] minute = minute(), repeats = minute.clone(), skips = minute.clone();
        System.arraycopy(minute, 200_000, repeats, 200_064, 64);
        System.arraycopy(minute, 200_064, skips, 200_000, FRAMES - 200_064);
        assertEquals(true, surprise(repeats, SETTLED) > 1e-3 && surprise(skips, SETTLED) > 1e-3);
    }
}
