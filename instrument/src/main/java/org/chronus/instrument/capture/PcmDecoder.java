package org.chronus.instrument.capture;

import org.chronus.instrument.audio.PcmFormat;

/** Makes samples of bytes, as a device gives them: a whole number is divided by 2^(bits - 1). Mutable; [input]. */
public final class PcmDecoder {
    private final PcmFormat format;
    private final int channels;
    private final float step;
    private final byte[] bytes;

    /**
     * @param channels 1, which goes to both sides, or 2
     * @param most     frames at a time
     */
    public PcmDecoder(PcmFormat format, int channels, int most) {
        this.format = format;
        this.channels = channels;
        step = 1f / (1L << format.bits() - 1);
        bytes = new byte[most * frameBytes()];
    }

    /** Of a frame, with all its channels. */
    public int frameBytes() {
        return channels * format.sampleBytes();
    }

    /** What {@link #decode} reads: the same array at every call. */
    public byte[] bytes() {
        return bytes;
    }

    /** Fills the first {@code frames} samples of both sides. */
    public void decode(float[] left, float[] right, int frames) {
        int other = (channels - 1) * format.sampleBytes();
        for (int i = 0; i < frames; i++) {
            left[i] = sample(i * frameBytes());
            right[i] = sample(i * frameBytes() + other);
        }
    }

    private float sample(int at) {
        int whole = 0, size = format.sampleBytes();
        for (int i = 0; i < size; i++) {
            whole |= (bytes[at + i] & 0xFF) << 8 * i;
        }
        if (format == PcmFormat.FLOAT_32) {
            float sample = Float.intBitsToFloat(whole);
            return Float.isFinite(sample) ? sample : 0;
        }
        int unused = Integer.SIZE - format.bits();
        return (whole << unused >> unused) * step;
    }
}
