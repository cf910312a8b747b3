package org.chronus.midi.song;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Checks the chunks of a Standard MIDI File before the JDK parses it. The JDK's reader accepts a truncated file without an error, and
 * allocates whatever length a damaged file claims. Stateless; any thread.
 */
final class SmfChunks {
    private static final int HEADER = chunkType("MThd"), TRACK = chunkType("MTrk"), CHUNK_START = 8, HEADER_LENGTH = 6;

    private SmfChunks() {}

    /** Throws if the bytes are not a header of format 0 or 1 and all the tracks that it announces. */
    static void check(Path file, byte[] bytes) throws MidiFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.getInt() != HEADER) {
            throw new MidiFileException(file, "not a MIDI file", "give a Standard MIDI File (.mid) of format 0 or 1");
        }
        if (bytes.length < CHUNK_START + HEADER_LENGTH) {
            throw truncated(file);
        }
        long headerLength = Integer.toUnsignedLong(in.getInt());
        int format = Short.toUnsignedInt(in.getShort()), tracks = Short.toUnsignedInt(in.getShort());
        short division = in.getShort();
        if (headerLength < HEADER_LENGTH) {
            throw new MidiFileException(file, "its header is too short", "the file is damaged; fetch or export it again");
        }
        if (format > 1) {
            throw new MidiFileException(file, "it has format " + format, "export it as format 0 or 1");
        }
        if (!isDivisionValid(division)) {
            throw new MidiFileException(file, "its time division is none that exists", "the file is damaged; fetch or export it again");
        }
        checkTracks(file, in, CHUNK_START + headerLength, tracks);
    }

    private static void checkTracks(Path file, ByteBuffer in, long start, int tracks) throws MidiFileException {
        long at = start;
        for (int found = 0; found < tracks; ) {
            if (at + CHUNK_START > in.limit()) {
                throw truncated(file);
            }
            int type = in.getInt((int) at);
            at += CHUNK_START + Integer.toUnsignedLong(in.getInt((int) at + 4));
            if (at > in.limit()) {
                throw truncated(file);
            }
            if (type == TRACK) {
                found++;
            }
        }
    }

    /** Ticks per beat, or minus frames per second in the upper byte and ticks per frame in the lower. */
    private static boolean isDivisionValid(short division) {
        if (division > 0) {
            return true;
        }
        int framesPerSecond = -(division >> 8), ticksPerFrame = division & 0xFF;
        return ticksPerFrame > 0 && switch (framesPerSecond) {
            case 24, 25, 29, 30 -> true;
            default -> false;
        };
    }

    private static MidiFileException truncated(Path file) {
        return new MidiFileException(file, "it ends in the middle", "the file is truncated; fetch or export it again");
    }

    private static int chunkType(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
