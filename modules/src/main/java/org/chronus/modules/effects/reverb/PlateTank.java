package org.chronus.modules.effects.reverb;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;

import org.chronus.modules.effects.Cycle;
import org.chronus.modules.effects.DelayLine;

/**
 * The figure of eight of a plate reverb: four all-passes diffuse the input; it enters two chains of a modulated all-pass, a delay, a
 * low-pass, an all-pass and a delay, each of which feeds the other; seven taps make each side (J. Dattorro, "Effect design, part 1:
 * reverberator and other filters", 1997, figure 1 and table 2). Lengths are in frames at the 29,761 Hz of that paper.
 *
 * <p>No line is shorter than a pass of frames, so each is processed at once, many frames to a vector. Built by the loader, run on the audio
 * thread.
 */
final class PlateTank {
    /** Seconds until what entered has come out of every line once. */
    static final double LONGEST_PASS = 0.4;

    private static final double REFERENCE = 29_761;
    private static final int[] INPUT = {142, 107, 379, 277};
    private static final float[] INPUT_GAINS = {0.75f, 0.75f, 0.625f, 0.625f};
    private static final int[] MODULATED = {672, 908}, FIRST = {4_453, 4_217}, SECOND = {1_800, 2_656}, THIRD = {3_720, 3_163};
    private static final float MODULATED_GAIN = -0.7f, SECOND_GAIN = 0.5f;
    /** Frames of the first delay, the all-pass and the second delay that a side hears of the other chain, added, and of its own, taken away. */
    private static final int[][] OTHER = {{266, 2_974, 1_913, 1_996}, {353, 3_627, 1_228, 2_673}}, OWN = {{1_990, 187, 1_066}, {2_111, 335, 121}};
    private static final int SHORTEST = 107;
    private static final double EXCURSION = 16, GLIDE_SECONDS = 0.1;
    private static final float[] HERTZ = {0.9f, 1.13f};
    private static final double HIGHEST_CUTOFF = 20_000, LOWEST_CUTOFF = 1_000, LOG_RANGE = Math.log(LOWEST_CUTOFF / HIGHEST_CUTOFF);
    private static final double LOOP = (672 + 4_453 + 1_800 + 3_720 + 908 + 4_217 + 2_656 + 3_163) / REFERENCE;
    private static final double MINUS_60_DECIBELS = -3 * Math.log(10);
    private static final float INAUDIBLE = 1e-20f;
    /** Power at the seven taps: that of three is not weakened yet, that of the others is, and two are inside all-passes. */
    private static final double TAPS_BEFORE = 3, TAPS_AFTER = 2 + 2 / (1 - SECOND_GAIN * SECOND_GAIN);

    /** What comes out, after {@link #process}: left and right. */
    final float[][] out = new float[2][DelayLine.SCRATCH];

    private final float rate;
    private final int passFrames;
    private final float swing;
    private final AllPass[] input = new AllPass[INPUT.length];
    private final AllPass[] modulated = new AllPass[2];
    private final AllPass[] second = new AllPass[2];
    private final DelayLine[] first = new DelayLine[2];
    private final DelayLine[] third = new DelayLine[2];
    private final float[] lowpass = new float[2];
    private final int[] phases = new int[2];
    private final float[] diffused = new float[DelayLine.SCRATCH];
    private final float[][] chains = new float[2][DelayLine.SCRATCH];
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] tapped = new float[DelayLine.SCRATCH];
    private final float[] kept = new float[BLOCK];
    private final float[] levels = new float[BLOCK];
    private final float glide;
    private float time;
    private float damping;
    private float targetKept;
    private float targetLevel;
    private float nowKept;
    private float nowLevel;
    private float pass;
    private boolean empty = true;

    PlateTank(float rate) {
        this.rate = rate;
        passFrames = Math.clamp(frames(SHORTEST), 1, BLOCK);
        swing = (float) (EXCURSION * rate / REFERENCE);
        glide = (float) -StrictMath.expm1(-1 / (GLIDE_SECONDS * rate));
        for (int i = 0; i < INPUT.length; i++) {
            input[i] = new AllPass(frames(INPUT[i]), 0, INPUT_GAINS[i]);
        }
        for (int i = 0; i < 2; i++) {
            modulated[i] = new AllPass(frames(MODULATED[i]), (int) swing + 4, MODULATED_GAIN);
            first[i] = new DelayLine(frames(FIRST[i]));
            second[i] = new AllPass(frames(SECOND[i]), 0, SECOND_GAIN);
            third[i] = new DelayLine(frames(THIRD[i]));
        }
    }

    private int frames(int reference) {
        return Math.max(1, (int) Math.round(reference * rate / REFERENCE));
    }

    /** Silence. */
    void clear() {
        for (AllPass each : input) {
            each.line.clear();
        }
        for (int i = 0; i < 2; i++) {
            modulated[i].line.clear();
            first[i].clear();
            second[i].line.clear();
            third[i].clear();
        }
        Arrays.fill(lowpass, 0);
        Arrays.fill(phases, 0);
        time = 0;
        empty = true;
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    void flush() {
        for (int i = 0; i < 2; i++) {
            lowpass[i] = Math.abs(lowpass[i]) < INAUDIBLE ? 0 : lowpass[i];
        }
    }

    /**
     * Seconds to -60 dB, and share of damping. The sound is weakened at four places of the loop; the output is levelled so that a steady
     * noise comes out as loud as it went in.
     */
    void shape(float newTime, float newDamping) {
        if (newTime == time && newDamping == damping) {
            return;
        }
        time = newTime;
        damping = newDamping;
        targetKept = (float) StrictMath.exp(MINUS_60_DECIBELS * LOOP / (4 * time));
        double energy = targetKept * targetKept;
        targetLevel = (float) StrictMath.sqrt((1 - energy * energy) / (TAPS_BEFORE + TAPS_AFTER * energy));
        double hertz = HIGHEST_CUTOFF * StrictMath.exp(damping * LOG_RANGE);
        pass = damping == 0 ? 1 : (float) -StrictMath.expm1(-2 * Math.PI * hertz / rate);
    }

    /** From what enters makes {@link #out}. The share of modulation is read by frame, like a port. */
    void process(float[] in, float[] modulation, int start, int limit) {
        if (empty) {
            nowKept = targetKept;
            nowLevel = targetLevel;
            empty = false;
        }
        for (int i = start; i < limit; i++) {
            nowKept += (targetKept - nowKept) * glide;
            nowLevel += (targetLevel - nowLevel) * glide;
            kept[i] = nowKept;
            levels[i] = nowLevel;
        }
        for (int from = start; from < limit; from += passFrames) {
            advance(in, modulation, from, Math.min(from + passFrames, limit));
        }
    }

    private void advance(float[] in, float[] modulation, int start, int limit) {
        System.arraycopy(in, start, diffused, start, limit - start);
        for (AllPass each : input) {
            each.process(diffused, start, limit);
        }
        for (int c = 0; c < 2; c++) {
            DelayLine other = third[1 - c];
            other.tap(other.position(), frames(THIRD[1 - c]), chains[c], start, limit);
        }
        for (int c = 0; c < 2; c++) {
            float[] wave = chains[c];
            for (int i = start; i < limit; i++) {
                wave[i] = diffused[i] + kept[i] * wave[i];
            }
            modulate(c, modulation, start, limit);
            modulated[c].process(wave, delays, start, limit);
            first[c].write(wave, start, limit);
            first[c].tap(first[c].position() - (limit - start), frames(FIRST[c]), wave, start, limit);
            float low = lowpass[c];
            for (int i = start; i < limit; i++) {
                low += (wave[i] - low) * pass;
                wave[i] = low * kept[i];
            }
            lowpass[c] = low;
            second[c].process(wave, start, limit);
        }
        for (int c = 0; c < 2; c++) {
            third[c].write(chains[c], start, limit);
        }
        for (int side = 0; side < 2; side++) {
            listen(side, start, limit);
        }
    }

    private void modulate(int c, float[] modulation, int start, int limit) {
        int perFrame = (int) (HERTZ[c] / rate * 0x1p32f);
        float length = frames(MODULATED[c]);
        for (int i = start; i < limit; i++) {
            delays[i] = length + swing * modulation[i] * Cycle.sine(phases[c]);
            phases[c] += perFrame;
        }
    }

    /** Left is the first side: it hears four places of the second chain, and three of the first, with other signs. */
    private void listen(int side, int start, int limit) {
        int far = 1 - side, count = limit - start;
        float[] sum = out[side];
        Arrays.fill(sum, start, limit, 0);
        add(first[far], OTHER[side][0], 1, sum, start, count);
        add(first[far], OTHER[side][1], 1, sum, start, count);
        add(second[far].line, OTHER[side][2], -1, sum, start, count);
        add(third[far], OTHER[side][3], 1, sum, start, count);
        add(first[side], OWN[side][0], -1, sum, start, count);
        add(second[side].line, OWN[side][1], -1, sum, start, count);
        add(third[side], OWN[side][2], -1, sum, start, count);
        for (int i = start; i < limit; i++) {
            sum[i] *= levels[i];
        }
    }

    private void add(DelayLine line, int reference, float sign, float[] sum, int start, int count) {
        line.tap(line.position() - count, frames(reference), tapped, start, start + count);
        for (int i = start; i < start + count; i++) {
            sum[i] += sign * tapped[i];
        }
    }
}
