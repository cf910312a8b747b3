package org.chronus.modules.sampling;

/** Reads bits, the highest of each byte first. Beyond the end it throws an {@link IndexOutOfBoundsException}. Mutable; one thread. */
final class BitReader {
    private final byte[] bytes;
    /** In bits. */
    private long at;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** As many bits as an unsigned number, up to 57. */
    long read(int count) {
        long value = 0;
        for (int left = count; left > 0;) {
            int free = 8 - (int) (at & 7), take = Math.min(free, left);
            value = value << take | (bytes[(int) (at >> 3)] & 0xFF) >> free - take & (1 << take) - 1;
            at += take;
            left -= take;
        }
        return value;
    }

    /** As many as a number with a sign. */
    long readSigned(int count) {
        return count == 0 ? 0 : read(count) << 64 - count >> 64 - count;
    }

    /** How many zeros come before the next one. */
    int unary() {
        int zeros = 0;
        while (read(1) == 0) {
            zeros++;
        }
        return zeros;
    }

    /** A number in R. Rice's code: its upper part unary, so many lower bits, and the sign in the lowest. */
    long rice(int parameter) {
        long value = (long) unary() << parameter | read(parameter);
        return value >>> 1 ^ -(value & 1);
    }

    void skip(int count) {
        at += count;
    }

    /** To the beginning of the next byte. */
    void align() {
        at = at + 7 & ~7L;
    }

    /** In whole bytes. */
    int position() {
        return (int) (at >> 3);
    }

    void position(int index) {
        at = (long) index << 3;
    }
}
