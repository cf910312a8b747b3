package org.chronus.instrument.engine.output;

/**
 * The last stage: takes away DC, applies the master volume, holds the peak under the ceiling without looking ahead, lets nothing through
 * that is not a number, and measures. Below the ceiling the limiter leaves every bit as it is. Audio thread only; {@link #leftMeter} and
 * {@link #rightMeter} are for any, the other meters are read when it has stopped.
 */
public final class Master {
    /** -1.2 dBFS, which keeps the wave between the samples below -1 dB as well. */
    private static final float CEILING = 0.87096359f;
    private static final double DC_HERTZ = 3, RECOVERY_SECONDS = 0.2, SMOOTHING = 0.010;
    /** As meters of the second type of IEC 60268-10 fall back. */
    private static final double METER_DECIBELS_PER_SECOND = 24 / 2.8;

    private double pole;
    private float recovery;
    private int walk;
    private double inLeft, inRight, outLeft, outRight;
    private float gainOrigin = 1, gainTarget = 1;
    /** Frames until the gain is at its target. */
    private int walking;
    private float envelope;
    private float peak;
    private volatile float leftMeter;
    private volatile float rightMeter;
    private float fall;
    private double squares;
    private long frames;
    private long scrubbed;

    public Master(double sampleRate) {
        rate(sampleRate);
    }

    /** [while nothing is rendered] Another sample rate, in Hz. The volume is where it was to go. */
    public void rate(double hertz) {
        pole = Math.exp(-2 * Math.PI * DC_HERTZ / hertz);
        walk = (int) Math.round(SMOOTHING * hertz);
        recovery = (float) Math.exp(-1 / (RECOVERY_SECONDS * hertz));
        fall = (float) (-METER_DECIBELS_PER_SECOND * Math.log(10) / (20 * hertz));
        walking = 0;
    }

    /** 0..1; 40 dB per factor of ten, as of controller 7; reached in 10 ms from the next frame on. */
    public void volume(float position) {
        gainOrigin = gain();
        gainTarget = position * position;
        walking = walk;
    }

    private float gain() {
        return walking == 0 ? gainTarget : gainTarget + (gainOrigin - gainTarget) * ((float) walking / walk);
    }

    /** Works on frames {@code start} to {@code limit - 1} in place. */
    public void process(float[] left, float[] right, int start, int limit) {
        float leftPeak = 0, rightPeak = 0;
        for (int i = start; i < limit; i++) {
            float l = left[i], r = right[i];
            if (!(Math.abs(l) + Math.abs(r) < Float.MAX_VALUE)) {
                l = 0;
                r = 0;
                scrubbed++;
            }
            outLeft = flush(l - inLeft + pole * outLeft);
            outRight = flush(r - inRight + pole * outRight);
            inLeft = l;
            inRight = r;
            walking = Math.max(0, walking - 1);
            float volume = gain();
            l = volume * (float) outLeft;
            r = volume * (float) outRight;
            envelope = Math.max(Math.max(Math.abs(l), Math.abs(r)), (float) flush(envelope * recovery));
            if (envelope > CEILING) {
                float gain = CEILING / envelope;
                l *= gain;
                r *= gain;
            }
            left[i] = l;
            right[i] = r;
            leftPeak = Math.max(leftPeak, Math.abs(l));
            rightPeak = Math.max(rightPeak, Math.abs(r));
            squares += (double) l * l + (double) r * r;
        }
        peak = Math.max(peak, Math.max(leftPeak, rightPeak));
        float fallen = (float) Math.exp(fall * (limit - start));
        leftMeter = Math.max(leftPeak, (float) flush(leftMeter * fallen));
        rightMeter = Math.max(rightPeak, (float) flush(rightMeter * fallen));
        frames += limit - start;
    }

    /** What would decay into denormal numbers, which are slow, is 0. */
    private static double flush(double x) {
        return Math.abs(x) < 1e-20 ? 0 : x;
    }

    /** [any thread] The peak of the left side, which falls back by 8.6 dB in a second, linear. */
    public float leftMeter() {
        return leftMeter;
    }

    /** [any thread] That of the right side. */
    public float rightMeter() {
        return rightMeter;
    }

    /** Largest sample so far, linear. */
    public float peak() {
        return peak;
    }

    /** Root of the mean square of both channels, linear. */
    public double rms() {
        return frames == 0 ? 0 : Math.sqrt(squares / (2.0 * frames));
    }

    /** Frames silenced because they were not numbers. */
    public long scrubbed() {
        return scrubbed;
    }
}
