package org.chronus.instrument.audio;

/** How a device takes samples: signed, little-endian, both channels of a frame side by side; the best first. Immutable. */
public enum PcmFormat {
    /** What the instrument makes, as it is. */
    FLOAT_32("float", 32, 4),
    /** 32 bits. */
    BITS_32("32 bit", 32, 4),
    /** 24 bits in the lower three bytes of four, as ALSA has them. */
    BITS_24_IN_32("24 bit", 24, 4),
    /** 24 bits in three bytes. */
    BITS_24("24 bit", 24, 3),
    /** 16 bits, dithered: with fewer than 24 the steps can be heard. */
    BITS_16("16 bit", 16, 2);

    private final String words;
    private final int bits;
    private final int bytes;

    PcmFormat(String words, int bits, int bytes) {
        this.words = words;
        this.bits = bits;
        this.bytes = bytes;
    }

    /** For a person. */
    public String words() {
        return words;
    }

    /** Of a sample, those that count. */
    public int bits() {
        return bits;
    }

    /** Of a frame, both channels. */
    public int frameBytes() {
        return 2 * bytes;
    }

    /** Of a sample. */
    public int sampleBytes() {
        return bytes;
    }
}
