package org.chronus.instrument.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The head of a stereo WAV file. Room is kept in it for the sizes of a file beyond 4 GiB, which then calls itself RF64 (EBU Tech 3306).
 */
final class WavHeader {
    /** Its length, whatever the file's. */
    static final int BYTES = 80;
    /** For a pipe: then the sizes are all ones, which players take for as much as comes. */
    static final long UNKNOWN_LENGTH = -1;
    private static final int CHANNELS = 2, SIZES = 28, FORMAT = 16, UNKNOWN = -1;
    private static final long LARGEST = 0xFFFF_FFFFL;

    private WavHeader() { }

    /** Writes it to a little-endian buffer, for a file with so many bytes of samples, or {@link #UNKNOWN_LENGTH}. */
    static void put(ByteBuffer to, WavWriter.Format format, int sampleRate, long dataBytes) {
        int frame = CHANNELS * format.bytes();
        long riffBytes = BYTES - 8 + dataBytes;
        boolean isLarge = riffBytes > LARGEST, isUnknown = dataBytes == UNKNOWN_LENGTH;
        tag(to, isLarge ? "RF64" : "RIFF").putInt(isLarge || isUnknown ? UNKNOWN : (int) riffBytes);
        tag(to, "WAVE");
        tag(to, isLarge ? "ds64" : "JUNK").putInt(SIZES).putLong(isLarge ? riffBytes : 0).putLong(isLarge ? dataBytes : 0)
                .putLong(isLarge ? dataBytes / frame : 0).putInt(0);
        tag(to, "fmt ").putInt(FORMAT).putShort((short) format.tag()).putShort((short) CHANNELS).putInt(sampleRate)
                .putInt(sampleRate * frame).putShort((short) frame).putShort((short) (8 * format.bytes()));
        tag(to, "data").putInt(isLarge || isUnknown ? UNKNOWN : (int) dataBytes);
    }

    private static ByteBuffer tag(ByteBuffer to, String name) {
        return to.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}
