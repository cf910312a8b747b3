package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.chronus.presets.files.OutputException;
import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording through a pipe, and readers who do not read to its end. */
class PipeTest {
    private static final int RATE = 48_000, PERIOD = 4_096;
    private static final float[] SILENCE = new float[PERIOD];
    @TempDir
    Path folder;
    private Path pipe;
    private CompletableFuture<InputStream> reader;

    @BeforeEach void open() throws Exception {
        pipe = SpecialFiles.pipe(folder.resolve("pipe"));
        reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.newInputStream(pipe);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test void whatPlaysHearsOfAReaderThatLeaves() throws Exception {
        ClockedBackend backend = new ClockedBackend("pipe", RATE, 64, new Recorder(pipe, RATE, WavWriter.Format.BITS_24));
        assertTrue(backend.failure().isEmpty());
        reader.get().close();
        backend.start((left, right, frames) -> { });
        while (backend.failure().isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(assertInstanceOf(OutputException.class, backend.failure().get()).isReaderGone());
        assertEquals(backend.failure().get(), assertThrows(IOException.class, backend::close));
    }

    @Test void aReaderThatTakesNothingDoesNotHoldUpTheEndOfWhatPlays() throws Exception {
        Recorder recorder = Recorder.live(pipe, RATE, WavWriter.Format.BITS_24, true);
        try (InputStream _ = reader.get()) {
            for (int i = 0; i < 20; i++) {
                recorder.offer(SILENCE, SILENCE, PERIOD);
            }
            assertTrue(assertThrows(IOException.class, recorder::finish).getMessage().contains("its reader takes nothing"));
        }
    }
}
