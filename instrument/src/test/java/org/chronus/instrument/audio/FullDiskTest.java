package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full from the first byte, as Linux has one; and one that gets full while it is recorded on. */
class FullDiskTest {
    private static final int RATE = 48_000, PERIOD = 64;
    private static final String REASON = "No space left on device";
    @TempDir
    Path folder;
    private final OutputFile output = mock(OutputFile.class);

    @Test void aDiskThatIsFullIsRefusedInOneLineAndStays() throws Exception {
        Path full = SpecialFiles.fullDevice(folder.resolve("full.wav"));
        IOException refusal = assertThrows(IOException.class, () -> new Recorder(full, RATE, WavWriter.Format.BITS_24));
        assertEquals(full + ": cannot be written (" + REASON + "): make room, or choose another place", refusal.getMessage());
        assertEquals(1, Files.list(folder).count(), "the device is there as before, and nothing beside it");
        assertFalse(Files.isRegularFile(full));
    }

    /** A recording whose disk is full once the header is on it. */
    private Recorder full() throws IOException {
        doNothing().doThrow(new IOException(REASON)).when(output).write(any());
        return new Recorder(new WavWriter(output, RATE, WavWriter.Format.BITS_24, 4_096), Long.MAX_VALUE);
    }

    @Test void aRenderOntoADiskThatGetsFullEndsWithTheReason() throws IOException {
        float[] silence = new float[PERIOD];
        try (Recorder recorder = full()) {
            IOException failure = assertThrows(IOException.class, () -> {
                while (true) {
                    recorder.write(silence, silence, PERIOD);
                }
            });
            assertEquals(REASON, failure.getMessage());
        }
        verify(output).close();
        verify(output, never()).commit();
    }

    @Test void aPerformanceGoesOnThoughNothingIsRecordedAnyMore() throws IOException {
        float[] silence = new float[PERIOD];
        try (Recorder recorder = full()) {
            while (recorder.lost() == 0) {
                recorder.offer(silence, silence, PERIOD);
            }
            recorder.offer(silence, silence, PERIOD);
            assertTrue(recorder.lost() >= PERIOD, "what the disk does not take is counted");
            assertEquals(REASON, assertThrows(IOException.class, recorder::finish).getMessage());
        }
    }
}
