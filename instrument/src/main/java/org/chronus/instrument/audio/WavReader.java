package org.chronus.instrument.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A file as an audio input: WAV, AIFF or AU with 16, 24 or 32 bit or float samples, of one channel, heard on both sides, or two. Silence after
 * its end. One thread; it reads from the disk.
 */
public final class WavReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final AudioInputStream stream;
    private final AudioFormat format;
    private final boolean isFloat;
    private byte[] bytes = new byte[0];

    private WavReader(Path file, AudioInputStream stream) {
        this.file = file;
        this.stream = stream;
        format = stream.getFormat();
        isFloat = format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT);
    }

    /**
     * Opens a file.
     *
     * @param sampleRate that it must have, in Hz
     * @throws IOException if it is not there, not sound, or not at that rate; one line with the cure
     */
    public static WavReader open(Path file, int sampleRate) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder: name a WAV file");
        }
        AudioInputStream stream;
        try {
            stream = AudioSystem.getAudioInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(file + ": is no sound that can be read: make a WAV file of it", e);
        }
        WavReader reader = new WavReader(file, stream);
        String wrong = reader.wrong(sampleRate);
        if (!wrong.isEmpty()) {
            reader.close();
            throw new IOException(file + ": " + wrong);
        }
        return reader;
    }

    private String wrong(int sampleRate) {
        int bits = format.getSampleSizeInBits();
        boolean known = isFloat ? bits == 32 : format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED) && (bits == 16 || bits == 24
                || bits == 32);
        if (!known) {
            return "has samples of a kind that is not read: make them 16, 24 or 32 bit, or float";
        }
        if (format.getChannels() > 2) {
            return "has " + format.getChannels() + " channels: make it stereo";
        }
        return format.getSampleRate() == sampleRate ? ""
                : "is at " + Math.round(format.getSampleRate()) + " Hz, and the render at " + sampleRate + ": convert it, or choose --rate "
                + Math.round(format.getSampleRate());
    }

    /** Its length in frames. */
    public long frames() {
        return Math.max(0, stream.getFrameLength());
    }

    /** Reads the next frames, at most as many as the arrays have. */
    public void read(float[] left, float[] right, int frames) throws IOException {
        int size = frames * format.getFrameSize();
        if (bytes.length < size) {
            bytes = new byte[size];
        }
        int got = stream.readNBytes(bytes, 0, size) / format.getFrameSize();
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int width = format.getSampleSizeInBits() / Byte.SIZE;
        for (int i = 0; i < got; i++) {
            int at = i * format.getFrameSize();
            left[i] = sample(samples, at, width);
            right[i] = format.getChannels() == 2 ? sample(samples, at + width, width) : left[i];
        }
        Arrays.fill(left, got, frames, 0);
        Arrays.fill(right, got, frames, 0);
    }

    private float sample(ByteBuffer samples, int at, int width) {
        if (isFloat) {
            return samples.getFloat(at);
        }
        return switch (width) {
            case 2 -> samples.getShort(at) / 0x1p15f;
            case 3 -> (format.isBigEndian() ? samples.get(at) << 16 | (samples.get(at + 1) & 0xFF) << 8 | samples.get(at + 2) & 0xFF
                    : samples.get(at + 2) << 16 | (samples.get(at + 1) & 0xFF) << 8 | samples.get(at) & 0xFF) / 0x1p23f;
            default -> samples.getInt(at) / 0x1p31f;
        };
    }

    @Override public void close() throws IOException {
        stream.close();
    }

    @Override public String toString() {
        return file.toString();
    }
}
