package org.chronus.modules.sampling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings in files, by what they begin with, whatever they are called. Stateless; the loader's. */
final class SoundFile {
    static final int FLAC = 0x664C6143;

    private static final int RIFF = 0x52494646, WAVE = 0x57415645, BEGINNING = 12;

    private SoundFile() { }

    /** Throws an exception with one line that says what is wrong with which file. */
    static Sample read(Path file) throws IOException {
        check(file);
        return beginning(file).getInt(0) == FLAC ? FlacFile.read(file) : WavFile.read(file);
    }

    /** Throws an exception with one line if it is no recording, as far as its beginning shows. */
    static void check(Path file) throws IOException {
        ByteBuffer bytes = beginning(file);
        boolean known = bytes.limit() == BEGINNING && (bytes.getInt(0) == FLAC || bytes.getInt(0) == RIFF && bytes.getInt(8) == WAVE);
        if (!known) {
            throw new IOException(file + ": is no WAV or FLAC file");
        }
    }

    private static ByteBuffer beginning(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return ByteBuffer.wrap(stream.readNBytes(BEGINNING));
        }
    }
}
