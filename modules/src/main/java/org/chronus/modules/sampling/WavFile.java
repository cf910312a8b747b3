package org.chronus.modules.sampling;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads WAV files of one or two channels, with 8 to 32 bit or float samples, and the root key and loop that samplers write into them (IBM and
 * Microsoft, "Multimedia programming interface and data specifications 1.0", 1991: RIFF WAVE, and its chunk "smpl"). Stateless; the loader's.
 */
final class WavFile {
    private static final int FORMAT = 0x20746D66, DATA = 0x61746164, SAMPLER = 0x6C706D73;
    private static final int PCM = 1, FLOAT = 3, EXTENSIBLE = 0xFFFE, LOOP_AT = 36, SUBFORMAT = 24;

    private WavFile() { }

    /** Throws an exception with one line that says what is wrong with which file. */
    static Sample read(Path file) throws IOException {
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new IOException(file + ": is longer than 2 GB");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return read(file, bytes);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + ": ends before it should", e);
        }
    }

    private static Sample read(Path file, ByteBuffer bytes) throws IOException {
        ByteBuffer format = null, data = null, sampler = null;
        for (int at = 12; at + 8 <= bytes.limit();) {
            int id = bytes.getInt(at);
            long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
            int there = (int) Math.min(length, bytes.limit() - at - 8);
            ByteBuffer chunk = bytes.slice(at + 8, there).order(ByteOrder.LITTLE_ENDIAN);
            switch (id) {
                case FORMAT -> format = chunk;
                case DATA -> data = chunk;
                case SAMPLER -> sampler = chunk;
                default -> { }
            }
            at += 8 + there + (there & 1);
        }
        if (format == null || data == null) {
            throw new IOException(file + ": has no sound");
        }
        return sample(file, format, data, sampler);
    }

    private static Sample sample(Path file, ByteBuffer format, ByteBuffer data, ByteBuffer sampler) throws IOException {
        int kind = format.getShort(0) & 0xFFFF, channels = format.getShort(2), rate = format.getInt(4), bits = format.getShort(14);
        kind = kind == EXTENSIBLE ? format.getShort(SUBFORMAT) : kind;
        boolean known = kind == FLOAT ? bits == 32 : kind == PCM && bits >= 8 && bits <= 32 && bits % 8 == 0;
        if (!known) {
            throw new IOException(file + ": has samples of a kind that is not read: make them 16, 24 or 32 bit, or float");
        }
        if (channels < 1 || channels > 2 || rate < 1) {
            throw new IOException(file + ": has " + channels + " channels at " + rate + " Hz: make it mono or stereo");
        }
        int width = bits / 8, frames = data.limit() / width / channels;
        float[] left = new float[frames], right = channels == 2 ? new float[frames] : left;
        for (int i = 0; i < frames; i++) {
            left[i] = value(data, i * channels * width, width, kind == FLOAT);
            right[i] = value(data, (i * channels + channels - 1) * width, width, kind == FLOAT);
        }
        float root = -1;
        int loop = -1, end = frames;
        if (sampler != null && sampler.limit() >= LOOP_AT) {
            root = (float) (sampler.getInt(12) + Integer.toUnsignedLong(sampler.getInt(16)) * 0x1p-32);
            if (sampler.getInt(28) > 0 && sampler.limit() >= LOOP_AT + 24) {
                loop = sampler.getInt(LOOP_AT + 8);
                end = sampler.getInt(LOOP_AT + 12) + 1;
            }
        }
        return Sample.of(left, right, rate, root, loop, end);
    }

    private static float value(ByteBuffer data, int at, int width, boolean real) {
        if (real) {
            float value = data.getFloat(at);
            return Math.abs(value) < Float.MAX_VALUE ? value : 0;
        }
        return switch (width) {
            case 1 -> ((data.get(at) & 0xFF) - 128) / 0x1p7f;
            case 2 -> data.getShort(at) / 0x1p15f;
            case 3 -> (data.get(at + 2) << 16 | (data.getShort(at) & 0xFFFF)) / 0x1p23f;
            default -> data.getInt(at) / 0x1p31f;
        };
    }
}
