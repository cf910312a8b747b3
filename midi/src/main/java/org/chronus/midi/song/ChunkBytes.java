package org.chronus.midi.song;

/**
 * The bytes of a file that is made of chunks: names of four letters, each followed by a length. Immutable, as long as nobody changes the
 * bytes; any thread.
 */
record ChunkBytes(byte[] bytes) {
    /** Letters of a chunk's name, and bytes of its length. */
    static final int NAME = 4, CHUNK_START = 8;

    int size() {
        return bytes.length;
    }

    /** True if this name stands there. */
    boolean has(long at, String name) {
        if (at < 0 || at + name.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[(int) at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True if four letters stand there that could be a chunk's name. */
    boolean hasName(long at) {
        if (at < 0 || at + CHUNK_START > bytes.length) {
            return false;
        }
        for (int i = 0; i < NAME; i++) {
            int letter = bytes[(int) at + i];
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return true;
    }

    /** The first place from {@code at} on, and before {@code end}, where this stands; -1 if it does not. */
    int find(String name, int at, int end) {
        for (int i = at; i + name.length() <= end; i++) {
            if (has(i, name)) {
                return i;
            }
        }
        return -1;
    }

    /** Four bytes, unsigned, the first the highest, as Standard MIDI Files have them. */
    long bigEndian(int at) {
        return Integer.toUnsignedLong(unsignedByte(at) << 24 | unsignedByte(at + 1) << 16 | twoBytes(at + 2));
    }

    /** Four bytes, unsigned, the first the lowest, as RIFF files have them. */
    long littleEndian(int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) bigEndian(at)));
    }

    /** Two bytes, unsigned, the first the higher. */
    int twoBytes(int at) {
        return unsignedByte(at) << 8 | unsignedByte(at + 1);
    }

    int unsignedByte(int at) {
        return bytes[at] & 0xFF;
    }
}
