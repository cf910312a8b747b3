package org.chronus.instrument.audio;

/**
 * Makes bytes of samples, as a device takes them. A whole number is the nearest to the sample times 2^(bits - 1), at 16 bits after dither, and
 * clipped to what the bits hold: 1.0 is one step beyond. Floats stay as they are, up to full scale. Mutable; audio thread.
 */
public final class PcmEncoder {
    private final PcmFormat format;
    private final byte[] bytes;
    private final TriangularDither dither;

    /** @param period most frames at a time */
    public PcmEncoder(PcmFormat format, int sampleRate, int period) {
        this.format = format;
        bytes = new byte[period * format.frameBytes()];
        dither = new TriangularDither(sampleRate);
    }

    /** Fills the first {@code frames} frames of {@link #bytes}. */
    public void encode(float[] left, float[] right, int frames) {
        if (format == PcmFormat.FLOAT_32) {
            encodeFloats(left, right, frames);
        } else if (format == PcmFormat.BITS_16) {
            encodeDithered(left, right, frames);
        } else {
            encodeRounded(left, right, frames);
        }
    }

    /** The same array at every call. */
    public byte[] bytes() {
        return bytes;
    }

    private void encodeFloats(float[] left, float[] right, int frames) {
        for (int i = 0; i < frames; i++) {
            put(8 * i, 4, Float.floatToRawIntBits(Math.clamp(left[i], -1f, 1f)));
            put(8 * i + 4, 4, Float.floatToRawIntBits(Math.clamp(right[i], -1f, 1f)));
        }
    }

    /** Half a step at 24 bits lies below the noise of every converter. */
    private void encodeRounded(float[] left, float[] right, int frames) {
        int size = format.sampleBytes();
        double full = 1L << format.bits() - 1;
        for (int i = 0; i < frames; i++) {
            put(2 * size * i, size, whole(left[i] * full, full));
            put(2 * size * i + size, size, whole(right[i] * full, full));
        }
    }

    private void encodeDithered(float[] left, float[] right, int frames) {
        double full = 32_768;
        for (int i = 0; i < frames; i++) {
            dither.next(left[i], right[i]);
            put(4 * i, 2, whole(left[i] * full + dither.left(), full));
            put(4 * i + 2, 2, whole(right[i] * full + dither.right(), full));
        }
    }

    private static int whole(double steps, double full) {
        return (int) Math.clamp(Math.rint(steps), -full, full - 1);
    }

    private void put(int at, int size, int value) {
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
