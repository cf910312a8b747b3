package org.chronus.instrument.capture;

/**
 * What came in and was not heard yet. [input] writes, [audio] reads; neither waits for the other. The two run by different clocks: what the
 * reader leaves in the ring grows or shrinks, and is kept near {@link #margin} by leaving out a frame, or hearing one twice, in a cross-fade
 * that is long enough for nobody to notice. When too little comes the sound fades out, and in again once there is enough.
 */
final class InputRing {
    /** Frames of the cross-fade; of the way to silence and back. */
    private static final int CROSS = 512, FADE = 64;
    private static final int SIZE = 1 << 15, BURSTS = 64;
    private static final double MARGIN_SECONDS = 0.005, WINDOW_SECONDS = 0.25, JUMP_SECONDS = 0.02;

    private final float[] left = new float[SIZE];
    private final float[] right = new float[SIZE];
    private final int margin;
    private final int slack;
    private final int window;
    private final int jump;
    private volatile long written;
    /** Frames that come at once, about, as of late. */
    private volatile int burst;
    private volatile long dropped;
    private volatile long repeated;
    private volatile long gaps;
    /** The next frame that is heard. [audio], as all that follows. */
    private long position;
    private boolean playing;
    private int gain;
    /** So many frames are left out, or heard again if negative, at the end of the cross-fade. */
    private int shift;
    private int crossed;
    private int owed;
    private int lowest = Integer.MAX_VALUE;
    private int seen;

    /** @param period most frames that are read at a time, 4,096 or less */
    InputRing(int sampleRate, int period) {
        margin = (int) Math.max(period, MARGIN_SECONDS * sampleRate);
        slack = margin / 4;
        window = (int) (WINDOW_SECONDS * sampleRate);
        jump = (int) (JUMP_SECONDS * sampleRate);
    }

    /** [any thread] The least number of frames that should be left after a read: so late may the writer be. */
    int margin() {
        return margin;
    }

    /** [any thread] Frames that were left out because the device is quicker. */
    long dropped() {
        return dropped;
    }

    /** [any thread] Frames that were heard twice because the device is slower. */
    long repeated() {
        return repeated;
    }

    /** [any thread] Times that too little came. */
    long gaps() {
        return gaps;
    }

    /** [input] The next {@code frames} frames have come, half of what the ring holds at most. */
    void write(float[] leftOnes, float[] rightOnes, int frames) {
        int at = (int) (written % SIZE), first = Math.min(frames, SIZE - at);
        System.arraycopy(leftOnes, 0, left, at, first);
        System.arraycopy(rightOnes, 0, right, at, first);
        System.arraycopy(leftOnes, first, left, 0, frames - first);
        System.arraycopy(rightOnes, first, right, 0, frames - first);
        burst = Math.max(frames, burst - burst / BURSTS);
        written = written + frames;
    }

    /** [audio] Fills the first {@code frames} samples. False, and the arrays stay as they are, if that is silence. */
    boolean read(float[] leftOnes, float[] rightOnes, int frames) {
        long ready = written - position;
        if (!playing && gain == 0) {
            int enough = margin + burst + frames;
            if (ready < enough) {
                return false;
            }
            begin(written - enough);
        } else if (playing && (ready - frames - Math.max(0, shift) < FADE || ready > SIZE / 2)) {
            playing = false;
            gaps = gaps + 1;
        }
        for (int i = 0; i < frames; i++) {
            boolean isHeard = playing || gain > 0;
            leftOnes[i] = isHeard ? gain * sample(left) / FADE : 0;
            rightOnes[i] = isHeard ? gain * sample(right) / FADE : 0;
            if (isHeard) {
                step();
            }
        }
        if (playing) {
            watch((int) ready - frames, frames);
        }
        return true;
    }

    private void begin(long first) {
        position = first;
        playing = true;
        shift = 0;
        crossed = 0;
        owed = 0;
        seen = 0;
        lowest = Integer.MAX_VALUE;
    }

    private float sample(float[] side) {
        float here = side[(int) (position & SIZE - 1)];
        return shift == 0 ? here : here + (side[(int) (position + shift & SIZE - 1)] - here) * crossed / CROSS;
    }

    private void step() {
        position++;
        gain = playing ? Math.min(gain + 1, FADE) : gain - 1;
        if (shift != 0 && ++crossed == CROSS) {
            position += shift;
            crossed = 0;
            owed -= shift;
            shift = Integer.signum(owed);
        }
    }

    /** What a read has left tells how the clocks go. The least of a while counts: writers come in bursts. */
    private void watch(int remaining, int frames) {
        if (shift != 0) {
            return;
        }
        lowest = Math.min(lowest, remaining);
        seen += frames;
        if (seen < window) {
            return;
        }
        int error = lowest - margin;
        if (Math.abs(error) > slack) {
            owed = error;
            shift = error > jump ? error : Integer.signum(error);
            dropped = dropped + Math.max(0, error);
            repeated = repeated + Math.max(0, -error);
        }
        lowest = Integer.MAX_VALUE;
        seen = 0;
    }
}
