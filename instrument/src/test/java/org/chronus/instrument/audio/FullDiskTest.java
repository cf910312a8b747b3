package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full from the first byte, as Linux has one; and one that gets full while it is recorded on. */
class FullDiskTest {
    private static final int RATE = 48_000, PERIOD = 64;
    private static final Path ALWAYS_FULL = Path.of("/dev/full");
    private static final String REASON = "No space left on device";
    @TempDir
    Path folder;

    @Test void aDiskThatIsFullIsRefusedInOneLineAndNothingIsLeft() throws IOException {
        assumeTrue(Files.exists(ALWAYS_FULL));
        Path file = folder.resolve("full.wav"), part = Files.createSymbolicLink(folder.resolve("full.wav.part"), ALWAYS_FULL);
        IOException refusal = assertThrows(IOException.class, () -> new Recorder(file, RATE, WavWriter.Format.BITS_24));
        assertEquals(file + ": cannot be written (" + REASON + "): choose another place", refusal.getMessage());
        assertFalse(Files.exists(part, LinkOption.NOFOLLOW_LINKS));
    }

    /** Of a recording whose disk is full once the header is on it. */
    private Recorder full(Path file) throws IOException {
        FileChannel channel = mock(FileChannel.class);
        when(channel.write(any(ByteBuffer.class))).thenAnswer(call -> {
            ByteBuffer bytes = call.getArgument(0);
            int count = bytes.remaining();
            bytes.position(bytes.limit());
            return count;
        }).thenThrow(new IOException(REASON));
        Path part = Files.createFile(file.resolveSibling(file.getFileName() + ".part"));
        return new Recorder(new WavWriter(file, part, channel, RATE, WavWriter.Format.BITS_24, 4_096), Long.MAX_VALUE);
    }

    @Test void aRenderOntoADiskThatGetsFullEndsWithTheReason() throws IOException {
        Path file = folder.resolve("render.wav");
        float[] silence = new float[PERIOD];
        try (Recorder recorder = full(file)) {
            IOException failure = assertThrows(IOException.class, () -> {
                while (true) {
                    recorder.write(silence, silence, PERIOD);
                }
            });
            assertEquals(REASON, failure.getMessage());
        }
        assertEquals(0, Files.list(folder).count(), "the unfinished file is thrown away");
    }

    @Test void aPerformanceGoesOnThoughNothingIsRecordedAnyMore() throws IOException {
        float[] silence = new float[PERIOD];
        try (Recorder recorder = full(folder.resolve("live.wav"))) {
            while (recorder.lost() == 0) {
                recorder.offer(silence, silence, PERIOD);
            }
            recorder.offer(silence, silence, PERIOD);
            assertTrue(recorder.lost() >= PERIOD, "what the disk does not take is counted");
            assertEquals(REASON, assertThrows(IOException.class, recorder::finish).getMessage());
        }
    }
}
