package org.chronus.instrument.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.chronus.presets.files.OutputFile;

/**
 * Writes stereo WAV: 16 or 24 bit, or 32-bit float, of any length. A file is whole up to the last {@link #checkpoint}; a pipe, which has no
 * way back to its head, gets one without a length. Allocates nothing per write. One thread.
 */
public final class WavWriter implements AutoCloseable {
    private static final int CHANNELS = 2;

    /** How samples are stored. */
    public enum Format {
        BITS_16(2, 1), BITS_24(3, 1), FLOAT_32(4, 3);

        private final int bytes;
        private final int tag;

        Format(int bytes, int tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        /** Of a sample. */
        int bytes() {
            return bytes;
        }

        /** 1 for whole numbers, 3 for floats. */
        int tag() {
            return tag;
        }
    }

    private final OutputFile output;
    private final Format format;
    private final int sampleRate;
    private final ByteBuffer buffer;
    private long dataBytes;

    /**
     * @param output     is completed, or thrown away, with this writer
     * @param mostFrames the most frames of one write
     * @throws IOException if nothing can be written; says so in one line
     */
    WavWriter(OutputFile output, int sampleRate, Format format, int mostFrames) throws IOException {
        this.output = output;
        this.format = format;
        this.sampleRate = sampleRate;
        buffer = ByteBuffer.allocateDirect(Math.max(WavHeader.BYTES, mostFrames * CHANNELS * format.bytes)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            output.write(header(output.isStream() ? WavHeader.UNKNOWN_LENGTH : 0));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Appends the first {@code frames} samples of both channels; beyond full scale they are clipped, except as floats. */
    public void write(float[] left, float[] right, int frames) throws IOException {
        buffer.clear();
        for (int i = 0; i < frames; i++) {
            put(left[i]);
            put(right[i]);
        }
        buffer.flip();
        dataBytes += buffer.remaining();
        output.write(buffer);
    }

    /** Makes what has been written whole and safe: a cut of power takes only what comes after. */
    public void checkpoint() throws IOException {
        output.rewriteBeginning(header(dataBytes));
    }

    /** Completes the header and the file. */
    public void finish() throws IOException {
        checkpoint();
        output.commit();
    }

    /** Throws what is unfinished away, unless it was there from the first moment. */
    @Override public void close() throws IOException {
        output.close();
    }

    private void put(float sample) {
        if (format == Format.FLOAT_32) {
            buffer.putFloat(sample);
        } else if (format == Format.BITS_24) {
            int value = scaled(sample, 8_388_608);
            buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        } else {
            buffer.putShort((short) scaled(sample, 32_768));
        }
    }

    private static int scaled(float sample, int full) {
        return Math.clamp((long) Math.rint((double) sample * full), -full, full - 1);
    }

    private ByteBuffer header(long length) {
        buffer.clear();
        WavHeader.put(buffer, format, sampleRate, length);
        return buffer.flip();
    }
}
