package org.chronus.instrument.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes stereo WAV: 16 or 24 bit, or 32-bit float. The file appears under its name only when it is complete; until then it lies beside
 * it as {@code NAME.part}. Allocates nothing per write. One thread.
 */
public final class WavWriter implements AutoCloseable {
    private static final int HEADER = 44, CHANNELS = 2;
    private static final long LARGEST = 0xFFFF_FFFFL - HEADER;

    /** How samples are stored. */
    public enum Format {
        BITS_16(2, 1), BITS_24(3, 1), FLOAT_32(4, 3);

        private final int bytes;
        private final int tag;

        Format(int bytes, int tag) {
            this.bytes = bytes;
            this.tag = tag;
        }
    }

    private final Path path;
    private final Path part;
    private final Format format;
    private final int sampleRate;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private long dataBytes;
    private boolean complete;

    /**
     * @param mostFrames the most frames of one write
     * @throws IOException if the place cannot be written to; says so in one line
     */
    public WavWriter(Path path, int sampleRate, Format format, int mostFrames) throws IOException {
        this.path = path.toAbsolutePath();
        this.format = format;
        this.sampleRate = sampleRate;
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": is a folder: name a file");
        }
        part = this.path.resolveSibling(this.path.getFileName() + ".part");
        try {
            channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: choose another place", e);
        }
        buffer = ByteBuffer.allocateDirect(Math.max(HEADER, mostFrames * CHANNELS * format.bytes)).order(ByteOrder.LITTLE_ENDIAN);
        writeHeader();
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
        if (dataBytes > LARGEST) {
            throw new IOException(path + ": a WAV file holds 4 GiB at most: render less, or with fewer bits");
        }
        drain();
    }

    /** Completes the header and gives the file its name. */
    public void finish() throws IOException {
        channel.position(0);
        writeHeader();
        channel.force(true);
        channel.close();
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        complete = true;
    }

    /** Throws an unfinished file away. */
    @Override public void close() throws IOException {
        if (!complete) {
            channel.close();
            Files.deleteIfExists(part);
        }
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

    private void writeHeader() throws IOException {
        int frame = CHANNELS * format.bytes;
        buffer.clear();
        tag("RIFF").putInt((int) (HEADER - 8 + dataBytes));
        tag("WAVE");
        tag("fmt ").putInt(16).putShort((short) format.tag).putShort((short) CHANNELS).putInt(sampleRate)
                .putInt(sampleRate * frame).putShort((short) frame).putShort((short) (8 * format.bytes));
        tag("data").putInt((int) dataBytes);
        buffer.flip();
        drain();
    }

    private ByteBuffer tag(String name) {
        return buffer.put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private void drain() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
