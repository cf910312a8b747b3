package org.chronus.modules.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads FLAC files of one or two channels (M. van Beurden and A. Weaver, "Free Lossless Audio Codec", RFC 9639, 2024). Checksums are not looked at.
 * Mutable; the loader's.
 */
final class FlacFile {
    private static final int SYNC = 0x3FFE, LEFT_SIDE = 8, RIGHT_SIDE = 9, MID_SIDE = 10;
    private static final int FIXED = 8, PREDICTED = 32;
    private static final int[][] POLYNOMIALS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final Path file;
    private final BitReader bits;

    private FlacFile(Path file, BitReader bits) {
        this.file = file;
        this.bits = bits;
    }

    /** Throws an exception with one line that says what is wrong with which file. */
    static Sample read(Path file) throws IOException {
        try {
            return new FlacFile(file, new BitReader(Files.readAllBytes(file))).read();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException(file + ": ends before it should", e);
        }
    }

    private Sample read() throws IOException {
        if (bits.read(32) != SoundFile.FLAC) {
            throw new IOException(file + ": is no FLAC file");
        }
        int rate = 0, channels = 0, size = 0;
        long frames = 0;
        for (boolean last = false; !last;) {
            last = bits.read(1) == 1;
            int type = (int) bits.read(7), length = (int) bits.read(24), end = bits.position() + length;
            if (type == 0) {
                bits.skip(80);
                rate = (int) bits.read(20);
                channels = (int) bits.read(3) + 1;
                size = (int) bits.read(5) + 1;
                frames = bits.read(36);
            }
            bits.position(end);
        }
        if (channels < 1 || channels > 2 || rate < 1 || frames < 1 || frames > Integer.MAX_VALUE / 2) {
            throw new IOException(file + ": has " + channels + " channels and " + frames + " frames at " + rate + " Hz: make it mono or stereo");
        }
        float[][] sides = new float[channels][(int) frames];
        float scale = (float) (1 / Math.scalb(1.0, size - 1));
        for (int at = 0; at < frames;) {
            long[][] block = frame(size);
            int length = (int) Math.min(block[0].length, frames - at);
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < length; i++) {
                    sides[channel][at + i] = block[channel][i] * scale;
                }
            }
            at += length;
        }
        return Sample.of(sides[0], sides[channels - 1], rate, -1, -1, (int) frames);
    }

    /** The samples of each channel in the next block. */
    private long[][] frame(int usualSize) throws IOException {
        if (bits.read(14) != SYNC) {
            throw new IOException(file + ": is damaged: a block does not begin where it should");
        }
        bits.skip(2);
        int lengthCode = (int) bits.read(4), rateCode = (int) bits.read(4), channelCode = (int) bits.read(4), sizeCode = (int) bits.read(3);
        bits.skip(1);
        int more = Integer.numberOfLeadingZeros(~((int) bits.read(8) << 24));
        bits.skip(8 * Math.max(more - 1, 0));
        int length = switch (lengthCode) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << lengthCode;
            case 6 -> (int) bits.read(8) + 1;
            case 7 -> (int) bits.read(16) + 1;
            default -> 1 << lengthCode;
        };
        bits.skip(rateCode == 12 ? 8 : rateCode > 12 ? 16 : 0);
        bits.skip(8);
        int size = new int[] {usualSize, 8, 12, usualSize, 16, 20, 24, 32}[sizeCode], channels = channelCode < LEFT_SIDE ? channelCode + 1 : 2;
        long[][] block = new long[channels][length];
        for (int channel = 0; channel < channels; channel++) {
            boolean isSide = channel == 1 && (channelCode == LEFT_SIDE || channelCode == MID_SIDE) || channel == 0 && channelCode == RIGHT_SIDE;
            channel(block[channel], isSide ? size + 1 : size);
        }
        for (int i = 0; i < length && channelCode >= LEFT_SIDE; i++) {
            long first = block[0][i], second = block[1][i], middle = (first << 1 | second & 1) + second >> 1;
            block[0][i] = channelCode == LEFT_SIDE ? first : channelCode == RIGHT_SIDE ? first + second : middle;
            block[1][i] = channelCode == LEFT_SIDE ? first - second : channelCode == RIGHT_SIDE ? second : middle - second;
        }
        bits.align();
        bits.skip(16);
        return block;
    }

    private void channel(long[] samples, int size) throws IOException {
        bits.skip(1);
        int type = (int) bits.read(6), wasted = bits.read(1) == 1 ? bits.unary() + 1 : 0, width = size - wasted;
        if (type == 0) {
            Arrays.fill(samples, bits.readSigned(width));
        } else if (type == 1) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bits.readSigned(width);
            }
        } else if (type >= FIXED && type < FIXED + POLYNOMIALS.length) {
            predict(samples, type - FIXED, true, width);
        } else if (type >= PREDICTED) {
            predict(samples, type - PREDICTED + 1, false, width);
        } else {
            throw new IOException(file + ": is damaged: there is no kind of block " + type);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] <<= wasted;
        }
    }

    private void predict(long[] samples, int order, boolean isFixed, int width) {
        for (int i = 0; i < order; i++) {
            samples[i] = bits.readSigned(width);
        }
        if (isFixed) {
            residual(samples, POLYNOMIALS[order], 0);
        } else {
            int precision = (int) bits.read(4) + 1, shift = (int) bits.read(5);
            int[] factors = new int[order];
            for (int i = 0; i < order; i++) {
                factors[i] = (int) bits.readSigned(precision);
            }
            residual(samples, factors, shift);
        }
    }

    /** From what the prediction misses, in partitions of R. Rice's code, to the samples. */
    private void residual(long[] samples, int[] factors, int shift) {
        int width = bits.read(2) == 0 ? 4 : 5, partitions = 1 << (int) bits.read(4), at = factors.length;
        for (int partition = 0; partition < partitions; partition++) {
            int end = (int) ((long) samples.length * (partition + 1) / partitions), parameter = (int) bits.read(width);
            int raw = parameter == (1 << width) - 1 ? (int) bits.read(5) : -1;
            for (; at < end; at++) {
                long sum = 0;
                for (int i = 0; i < factors.length; i++) {
                    sum += factors[i] * samples[at - 1 - i];
                }
                samples[at] = (sum >> shift) + (raw >= 0 ? bits.readSigned(raw) : bits.rice(parameter));
            }
        }
    }
}
