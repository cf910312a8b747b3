package org.chronus.midi.testing;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes with something wrong in them, the same for the same seed. Belongs to one thread. */
public final class ByteMutations {
    private static final int[] NASTY = {0x00, 0x7F, 0x80, 0x90, 0xB0, 0xF0, 0xF7, 0xF8, 0xFE, 0xFF};
    private static final int MOST_CHANGES = 4, LONGEST_PIECE = 12;

    private final SplittableRandom random;

    public ByteMutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One of these, with a few changes. */
    public byte[] next(List<byte[]> corpus) {
        byte[] bytes = one(corpus);
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            bytes = bytes.length == 0 ? one(corpus) : change(bytes, corpus);
        }
        return bytes;
    }

    private byte[] one(List<byte[]> corpus) {
        return corpus.get(random.nextInt(corpus.size())).clone();
    }

    private byte[] change(byte[] bytes, List<byte[]> corpus) {
        int at = random.nextInt(bytes.length), end = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_PIECE));
        return switch (random.nextInt(6)) {
            case 0 -> set(bytes, at, random.nextInt(256));
            case 1 -> set(bytes, at, NASTY[random.nextInt(NASTY.length)]);
            case 2 -> set(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 3 -> joined(bytes, at, bytes, end);
            case 4 -> joined(bytes, end, bytes, at);
            default -> joined(bytes, at, one(corpus), 0);
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    /** The beginning of one and the rest of another. */
    private static byte[] joined(byte[] first, int until, byte[] second, int from) {
        var whole = new ByteArrayOutputStream();
        whole.write(first, 0, until);
        whole.write(second, from, second.length - from);
        return whole.toByteArray();
    }
}
