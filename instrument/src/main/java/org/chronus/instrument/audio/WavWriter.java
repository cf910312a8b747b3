package org.chronus.instrument.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes stereo WAV: 16 or 24 bit, or 32-bit float, of any length. The file appears under its name only when it is complete, and lies
 * beside it as {@code NAME.part} until then; or, for what happens but once, it is there from the first moment, and whole up to the last
 * {@link #checkpoint}. Allocates nothing per write. One thread.
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
     * @param atOnce     true for a file that has its name from the first moment, and is nobody's yet
     * @throws IOException if the place cannot be written to; says so in one line
     */
    WavWriter(Path path, int sampleRate, Format format, int mostFrames, boolean atOnce) throws IOException {
        this(path.toAbsolutePath(), part(path, atOnce), open(path, part(path, atOnce), atOnce), sampleRate, format, mostFrames);
    }

    /** Writes to the open channel of {@code part}, which is to be called {@code path} in the end. */
    WavWriter(Path path, Path part, FileChannel channel, int sampleRate, Format format, int mostFrames) throws IOException {
        this.path = path;
        this.part = part;
        this.channel = channel;
        this.format = format;
        this.sampleRate = sampleRate;
        buffer = ByteBuffer.allocateDirect(Math.max(WavHeader.BYTES, mostFrames * CHANNELS * format.bytes)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            writeHeader();
        } catch (IOException e) {
            close();
            throw new IOException(path + ": cannot be written (" + e.getMessage() + "): choose another place", e);
        }
    }

    private static Path part(Path path, boolean atOnce) {
        Path absolute = path.toAbsolutePath();
        return atOnce ? absolute : absolute.resolveSibling(absolute.getFileName() + ".part");
    }

    private static FileChannel open(Path path, Path part, boolean atOnce) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": is a folder: name a file");
        }
        try {
            return atOnce ? FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    : FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + ": is there already, and is not recorded over: name another file", e);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: choose another place", e);
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
        drain();
    }

    /** Makes what has been written whole and safe: a cut of power takes only what comes after. */
    public void checkpoint() throws IOException {
        channel.position(0);
        writeHeader();
        channel.position(WavHeader.BYTES + dataBytes);
        channel.force(false);
    }

    /** Completes the header and gives the file its name. */
    public void finish() throws IOException {
        checkpoint();
        channel.close();
        if (!part.equals(path)) {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        complete = true;
    }

    /** Throws an unfinished file away, unless it had its name from the first moment. */
    @Override public void close() throws IOException {
        if (!complete) {
            channel.close();
            if (!part.equals(path)) {
                Files.deleteIfExists(part);
            }
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
        buffer.clear();
        WavHeader.put(buffer, format, sampleRate, dataBytes);
        buffer.flip();
        drain();
    }

    private void drain() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
