package org.chronus.modules.oscillators;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;
import static org.chronus.modules.Module.LANE_INT;
import static org.chronus.modules.oscillators.SineOscillator.Q0;
import static org.chronus.modules.oscillators.SineOscillator.Q1;
import static org.chronus.modules.oscillators.SineOscillator.Q2;
import static org.chronus.modules.oscillators.SineOscillator.Q3;
import static org.chronus.modules.oscillators.SineOscillator.Q4;
import static org.chronus.modules.oscillators.SineOscillator.Q5;

import java.util.Arrays;

import org.chronus.modules.Phase;
import org.chronus.modules.Signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sines at multiples of a pitch. Thirty-two frames at a time each is a digital resonator without losses, y += d, d -= k y (J. Gordon and J. O.
 * Smith, "A sine generation algorithm for VLSI applications", 1985), begun anew from a whole phase, so that no error lasts; its level
 * goes over in these frames. What nears half the rate fades out.
 *
 * <p>Made by the loader; the rest is for whoever runs the patch.
 */
final class PartialBank {
    static final int PARTIALS = 64;
    private static final int CHUNK = 32, GROUP = 4, QUARTER = 1 << 30;
    private static final int SIZE = PARTIALS * LANES;
    /** Where they have faded out, in Hz, and where they begin to, as a share of it. */
    private static final float HIGHEST = 20_000, FADING = 0.9f;
    private static final float NEAR_HALF = 0.47f;

    /** Each partial's factor on the pitch, lane by lane. */
    final float[] ratios = new float[SIZE];
    /** Its amplitude. */
    final float[] levels = new float[SIZE];

    private final int[] phases = new int[SIZE];
    private final float[] goals = new float[SIZE];
    private final float[] values = new float[SIZE];
    private final float[] slopes = new float[SIZE];
    private final float[] factors = new float[SIZE];
    private final float[] gains = new float[SIZE];
    private final float[] steps = new float[SIZE];
    private final boolean[] sounding = new boolean[PARTIALS / GROUP];
    private final float[] fresh = new float[LANES];
    private final float[] due = new float[LANES];
    private final float[] sum = new float[BLOCK * LANES];

    /** This lane's partials begin at 0. */
    void reset(int lane) {
        for (int at = lane; at < SIZE; at += LANES) {
            phases[at] = 0;
            goals[at] = 0;
            gains[at] = 0;
            steps[at] = 0;
            values[at] = 0;
            slopes[at] = 0;
            factors[at] = 0;
        }
        fresh[lane] = 1;
    }

    /** True if a lane has been reset since the last frame. */
    boolean isFresh() {
        float any = 0;
        for (int lane = 0; lane < LANES; lane++) {
            any += fresh[lane];
        }
        return any > 0;
    }

    /** Writes frames {@code start} to {@code limit - 1} of the sum. */
    void generate(Signal pitch, Signal tune, float sampleRate, Signal out, int start, int limit) {
        Arrays.fill(sum, start * LANES, limit * LANES, 0);
        for (int from = start, to; from < limit; from = to) {
            to = Math.min(limit, from / CHUNK * CHUNK + CHUNK);
            boolean whole = from % CHUNK == 0;
            if (whole || isFresh()) {
                for (int lane = 0; lane < LANES; lane++) {
                    due[lane] = whole ? 1 : fresh[lane];
                }
                begin(pitch.data, from * pitch.step, tune.data, from * tune.step, sampleRate, CHUNK - from % CHUNK);
                Arrays.fill(fresh, 0);
            }
            for (int group = 0; group < PARTIALS / GROUP; group++) {
                if (sounding[group]) {
                    add(group * GROUP * LANES, from, to);
                }
            }
        }
        float[] y = out.data;
        int dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, sum, i * LANES).intoArray(y, i * dy);
        }
    }

    /** The lanes that are due begin so many frames: the resonators at their phases, the levels on their way. */
    private void begin(float[] f, int atF, float[] r, int atR, float sampleRate, int frames) {
        float top = Math.min(HIGHEST / sampleRate, NEAR_HALF);
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE);
        FloatVector dt = FloatVector.fromArray(LANE, f, atF).mul(FloatVector.fromArray(LANE, r, atR)).mul(1 / sampleRate);
        VectorMask<Float> now = FloatVector.fromArray(LANE, due, 0).compare(VectorOperators.GT, 0f);
        VectorMask<Float> anew = FloatVector.fromArray(LANE, fresh, 0).compare(VectorOperators.GT, 0f);
        VectorMask<Integer> nowInt = now.cast(LANE_INT);
        for (int partial = 0; partial < PARTIALS; partial++) {
            int at = partial * LANES;
            FloatVector cycles = dt.mul(FloatVector.fromArray(LANE, ratios, at));
            IntVector p = IntVector.fromArray(LANE_INT, phases, at), advance = (IntVector) cycles.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
            p.blend(p.add(advance.mul(frames)), nowInt).intoArray(phases, at);

            FloatVector fade = cycles.neg().add(top).mul(1 / (top * (1 - FADING)));
            fade = fade.blend(one, fade.compare(VectorOperators.GT, one)).blend(zero, fade.compare(VectorOperators.LT, zero));
            FloatVector old = FloatVector.fromArray(LANE, goals, at), goal = FloatVector.fromArray(LANE, levels, at).mul(fade).blend(old, now.not());
            FloatVector gain = old.blend(goal, anew);
            boolean silent = !goal.compare(VectorOperators.NE, zero).or(gain.compare(VectorOperators.NE, zero)).anyTrue();
            sounding[partial / GROUP] = !silent || partial % GROUP != 0 && sounding[partial / GROUP];
            goal.intoArray(goals, at);
            FloatVector.fromArray(LANE, gains, at).blend(gain, now).intoArray(gains, at);
            FloatVector.fromArray(LANE, steps, at).blend(goal.sub(gain).mul(1f / CHUNK), now).intoArray(steps, at);

            if (silent) {
                continue;
            }
            // Three sines: of the phase, of a quarter more than the middle between the last frame and this, and of half the advance.
            FloatVector x = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES), a = x.abs(), z = x.mul(x), zz = z.mul(z);
            FloatVector y = x.mul(one.sub(a)).mul(a.add(1f))
                    .mul(z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4))));
            IntVector middle = p.sub(advance.lanewise(VectorOperators.ASHR, 1)).add(QUARTER);
            x = ((FloatVector) middle.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES);
            a = x.abs();
            z = x.mul(x);
            zz = z.mul(z);
            FloatVector cosine = x.mul(one.sub(a)).mul(a.add(1f))
                    .mul(z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4))));
            x = ((FloatVector) advance.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES);
            z = x.mul(x);
            zz = z.mul(z);
            FloatVector half = x.mul(one.sub(z)).mul(z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4))));
            FloatVector twice = half.add(half);
            FloatVector.fromArray(LANE, values, at).blend(y, now).intoArray(values, at);
            FloatVector.fromArray(LANE, slopes, at).blend(twice.mul(cosine), now).intoArray(slopes, at);
            FloatVector.fromArray(LANE, factors, at).blend(twice.mul(twice), now).intoArray(factors, at);
        }
    }

    /** Four partials at a time, because each waits for its own last frame. */
    private void add(int at, int from, int to) {
        int b = at + LANES, c = b + LANES, d = c + LANES;
        FloatVector y1 = FloatVector.fromArray(LANE, values, at), s1 = FloatVector.fromArray(LANE, slopes, at);
        FloatVector y2 = FloatVector.fromArray(LANE, values, b), s2 = FloatVector.fromArray(LANE, slopes, b);
        FloatVector y3 = FloatVector.fromArray(LANE, values, c), s3 = FloatVector.fromArray(LANE, slopes, c);
        FloatVector y4 = FloatVector.fromArray(LANE, values, d), s4 = FloatVector.fromArray(LANE, slopes, d);
        FloatVector k1 = FloatVector.fromArray(LANE, factors, at), k2 = FloatVector.fromArray(LANE, factors, b);
        FloatVector k3 = FloatVector.fromArray(LANE, factors, c), k4 = FloatVector.fromArray(LANE, factors, d);
        FloatVector g1 = FloatVector.fromArray(LANE, gains, at), g2 = FloatVector.fromArray(LANE, gains, b);
        FloatVector g3 = FloatVector.fromArray(LANE, gains, c), g4 = FloatVector.fromArray(LANE, gains, d);
        FloatVector h1 = FloatVector.fromArray(LANE, steps, at), h2 = FloatVector.fromArray(LANE, steps, b);
        FloatVector h3 = FloatVector.fromArray(LANE, steps, c), h4 = FloatVector.fromArray(LANE, steps, d);
        for (int i = from; i < to; i++) {
            FloatVector.fromArray(LANE, sum, i * LANES).add(y1.mul(g1).add(y2.mul(g2)).add(y3.mul(g3).add(y4.mul(g4)))).intoArray(sum, i * LANES);
            s1 = s1.sub(k1.mul(y1));
            s2 = s2.sub(k2.mul(y2));
            s3 = s3.sub(k3.mul(y3));
            s4 = s4.sub(k4.mul(y4));
            y1 = y1.add(s1);
            y2 = y2.add(s2);
            y3 = y3.add(s3);
            y4 = y4.add(s4);
            g1 = g1.add(h1);
            g2 = g2.add(h2);
            g3 = g3.add(h3);
            g4 = g4.add(h4);
        }
        y1.intoArray(values, at);
        y2.intoArray(values, b);
        y3.intoArray(values, c);
        y4.intoArray(values, d);
        s1.intoArray(slopes, at);
        s2.intoArray(slopes, b);
        s3.intoArray(slopes, c);
        s4.intoArray(slopes, d);
        g1.intoArray(gains, at);
        g2.intoArray(gains, b);
        g3.intoArray(gains, c);
        g4.intoArray(gains, d);
    }
}
