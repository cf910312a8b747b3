package org.chronus.modules.sampling;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * Reads a sample in each lane, at a speed of its own, along the polynomial of fifth degree through the six frames around each place (J.-L.
 * Lagrange). The place is a whole number, 2^32 to the frame, so that it never loses precision. Built by the loader, run on the audio thread.
 */
final class SampleReader {
    private static final int TAPS = 6;
    private static final double FRAME = 0x1p32, FASTEST = 64;

    private final Sample[] samples = new Sample[LANES];
    private final long[] places = new long[LANES];
    /** Frames of the sample per Hz and frame. */
    private final double[] speeds = new double[LANES];
    /** The frames around each place: lanes side by side, one frame after the other. */
    private final float[] left = new float[TAPS * BLOCK * LANES], right = new float[TAPS * BLOCK * LANES];
    private final float[] between = new float[BLOCK * LANES];
    private final int[] froms = new int[BLOCK];
    private final boolean[] isClear = new boolean[LANES];
    private int sounding;

    /** A lane is silent. */
    void stop(int lane) {
        sounding -= samples[lane] == null ? 0 : 1;
        samples[lane] = null;
    }

    /**
     * A lane begins to read.
     *
     * @param hertz at which the sample sounds as it was recorded
     * @param from  where, as a share of its length
     */
    void start(int lane, Sample sample, double hertz, float from, float rate) {
        stop(lane);
        samples[lane] = sample;
        sounding++;
        places[lane] = (long) (Math.clamp(from, 0f, 1f) * (double) sample.end()) << 32;
        speeds[lane] = sample.rate() / rate / hertz * FRAME;
    }

    /** True if no lane reads anything. */
    boolean isSilent() {
        return sounding == 0;
    }

    /** Adds the frames of both channels, each lane by its gain, which goes down by a factor in each frame. */
    void add(float[] hertz, float[] gains, float[] falls, float[] toLeft, float[] toRight, int start, int limit) {
        boolean stereo = false;
        for (int lane = 0; lane < LANES; lane++) {
            stereo |= samples[lane] != null && samples[lane].left() != samples[lane].right();
        }
        for (int lane = 0; lane < LANES; lane++) {
            if (samples[lane] == null) {
                silence(lane);
            } else {
                gather(lane, hertz, stereo, start, limit);
            }
        }
        sum(left, gains, falls, toLeft, start, limit);
        sum(stereo ? right : left, gains, falls, toRight, start, limit);
        FloatVector gain = FloatVector.fromArray(LANE, gains, 0), fall = FloatVector.fromArray(LANE, falls, 0);
        for (int i = start; i < limit; i++) {
            gain = gain.mul(fall);
        }
        gain.intoArray(gains, 0);
    }

    /** A lane goes on with what another reader has read there, which is silent then. */
    void take(int lane, SampleReader other) {
        stop(lane);
        samples[lane] = other.samples[lane];
        places[lane] = other.places[lane];
        speeds[lane] = other.speeds[lane];
        sounding += samples[lane] == null ? 0 : 1;
        other.stop(lane);
    }

    private void silence(int lane) {
        for (int at = lane; !isClear[lane] && at < left.length; at += LANES) {
            left[at] = 0;
            right[at] = 0;
        }
        isClear[lane] = true;
    }

    private void gather(int lane, float[] hertz, boolean stereo, int start, int limit) {
        Sample sample = samples[lane];
        long place = places[lane], end = (long) (sample.end() + (sample.loop() >= 0 ? Sample.BEFORE : 0)) << 32;
        long round = sample.loop() >= 0 ? (long) (sample.end() - sample.loop()) << 32 : 0;
        double speed = speeds[lane];
        int beyond = sample.end() + Sample.BEFORE;
        for (int i = start; i < limit; i++) {
            if (place >= end && round > 0) {
                place -= (place - end) / round * round + round;
            }
            froms[i] = place < end ? (int) (place >> 32) : beyond;
            between[i * LANES + lane] = (place >>> 8 & 0xFFFFFF) * 0x1p-24f;
            place += (long) Math.clamp(hertz[i * LANES + lane] * speed, 0, FASTEST * FRAME);
        }
        places[lane] = place;
        copy(sample.left(), left, lane, start, limit);
        if (stereo) {
            copy(sample.right(), right, lane, start, limit);
        }
        isClear[lane] = false;
        if (place >= end && round == 0) {
            stop(lane);
        }
    }

    private void copy(float[] frames, float[] taps, int lane, int start, int limit) {
        for (int i = start, at = start * TAPS * LANES + lane; i < limit; i++, at += TAPS * LANES) {
            int from = froms[i];
            taps[at] = frames[from];
            taps[at + LANES] = frames[from + 1];
            taps[at + 2 * LANES] = frames[from + 2];
            taps[at + 3 * LANES] = frames[from + 3];
            taps[at + 4 * LANES] = frames[from + 4];
            taps[at + 5 * LANES] = frames[from + 5];
        }
    }

    private void sum(float[] taps, float[] gains, float[] falls, float[] to, int start, int limit) {
        FloatVector gain = FloatVector.fromArray(LANE, gains, 0), fall = FloatVector.fromArray(LANE, falls, 0);
        for (int i = start * LANES, at = i * TAPS; i < limit * LANES; i += LANES, at += TAPS * LANES) {
            FloatVector x = FloatVector.fromArray(LANE, between, i), p = x.add(2f), q = x.add(1f), r = x.sub(1f), s = x.sub(2f), t = x.sub(3f);
            FloatVector pq = p.mul(q), xr = x.mul(r), st = s.mul(t), pqx = pq.mul(x), rst = r.mul(st);
            FloatVector y = FloatVector.fromArray(LANE, taps, at).mul(q.mul(xr).mul(st).mul(-1 / 120f))
                    .add(FloatVector.fromArray(LANE, taps, at + LANES).mul(p.mul(xr).mul(st).mul(1 / 24f)))
                    .add(FloatVector.fromArray(LANE, taps, at + 2 * LANES).mul(pq.mul(rst).mul(-1 / 12f)))
                    .add(FloatVector.fromArray(LANE, taps, at + 3 * LANES).mul(pqx.mul(st).mul(1 / 12f)))
                    .add(FloatVector.fromArray(LANE, taps, at + 4 * LANES).mul(pqx.mul(r).mul(t).mul(-1 / 24f)))
                    .add(FloatVector.fromArray(LANE, taps, at + 5 * LANES).mul(pqx.mul(r).mul(s).mul(1 / 120f)));
            y.mul(gain).add(FloatVector.fromArray(LANE, to, i)).intoArray(to, i);
            gain = gain.mul(fall);
        }
    }
}
