package org.chronus.midi.song;

import java.io.IOException;
import java.nio.file.Path;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Looks for files that are neither songs nor refused. */
@Tag("fuzz")
class SongReaderFuzz {
    @TempDir
    static Path folder;

    @FuzzTest
    void everyFileIsASongOrRefusedInOneLine(byte[] bytes) throws IOException {
        SongFacts.check(folder.resolve("song.mid"), bytes);
    }
}
