package org.chronus.midi.song;

/**
 * Where the Standard MIDI File is among the bytes of a file: all of them, or what a RIFF file (.rmi) holds. Immutable; any thread.
 *
 * @param start     the place of its header; -1 if there is none
 * @param end       the place behind it, at most the number of bytes
 * @param isWrapped true if other data may follow
 */
record SongSpan(int start, int end, boolean isWrapped) {
    private static final String HEADER = "MThd", USUAL_HEADER = HEADER + "\0\0\0";
    /** Bytes; as far as one looks for a header that is not at the beginning. The longest known preface has 128. */
    private static final int LONGEST_PREFACE = 1_024, RIFF_START = 12;

    static SongSpan of(ChunkBytes file) {
        int size = file.size();
        if (file.has(0, "RIFF") && file.has(ChunkBytes.CHUNK_START, "RMID")) {
            return wrapped(file);
        }
        int start = file.has(0, HEADER) ? 0 : file.find(USUAL_HEADER, 0, Math.min(size, LONGEST_PREFACE));
        return new SongSpan(start, size, false);
    }

    /** The sizes of RIFF chunks are often wrong, so one is believed only if a chunk or the end follows. That of the whole is not looked at. */
    private static SongSpan wrapped(ChunkBytes file) {
        long at = RIFF_START;
        while (file.hasName(at)) {
            int start = (int) at + ChunkBytes.CHUNK_START;
            long end = start + file.littleEndian(start - ChunkBytes.NAME);
            if (file.has(at, "data") && file.has(start, HEADER)) {
                boolean fits = end > start && (end == file.size() || next(file, end) >= 0 && !file.has(end, "MTrk"));
                return new SongSpan(start, fits ? (int) end : file.size(), true);
            }
            at = next(file, end);
        }
        return new SongSpan(file.find(USUAL_HEADER, RIFF_START, file.size()), file.size(), true);
    }

    /** The chunk behind one that ends there; chunks begin at even places, but not all programs know it. -1 if there is none. */
    private static long next(ChunkBytes file, long end) {
        long even = end + (end & 1);
        return file.hasName(even) ? even : file.hasName(end) ? end : -1;
    }
}
