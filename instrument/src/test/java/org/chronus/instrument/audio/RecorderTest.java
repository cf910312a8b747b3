package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final int RATE = 48_000, PERIOD = 64;
    @TempDir
    Path folder;

    /** Every sample its own, so that none can be missing or doubled unseen. */
    private static float[] ramp(int from) {
        float[] ramp = new float[PERIOD];
        for (int i = 0; i < PERIOD; i++) {
            ramp[i] = (from + i) / (float) (1 << 20);
        }
        return ramp;
    }

    @Test void everyFrameArrivesOnceThoughTheDiskStalls() throws Exception {
        Path file = folder.resolve("whole.wav");
        int periods = 5_000;
        try (Recorder recorder = new Recorder(file, RATE, WavWriter.Format.FLOAT_32)) {
            for (int i = 0; i < periods; i++) {
                recorder.write(ramp(i * PERIOD), ramp(-i * PERIOD), PERIOD);
            }
            assertFalse(Files.exists(file), "it appears when it is complete");
            recorder.finish();
            assertEquals(0, recorder.lost());
        }
        var samples = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(WavHeader.BYTES).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        assertEquals(periods * PERIOD * 2, samples.remaining());
        for (int i = 0; i < periods * PERIOD; i++) {
            assertEquals(i / (float) (1 << 20), samples.get(2 * i));
        }
    }

    @Test void aLiveRecordingIsAFileThatPlaysLongBeforeItsEnd() throws Exception {
        Path file = folder.resolve("live.wav"), copy = folder.resolve("after a cut of power.wav");
        try (Recorder recorder = Recorder.live(file, RATE, WavWriter.Format.BITS_24, true)) {
            long frames = 0;
            do {
                recorder.offer(ramp(0), ramp(0), PERIOD);
                frames += PERIOD;
                LockSupport.parkNanos(1_000_000);
                Files.write(copy, Files.readAllBytes(file));
            } while (framesOf(copy) == 0);
            assertTrue(framesOf(copy) <= frames);
        }
    }

    private static long framesOf(Path file) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            return in.getFrameLength();
        }
    }

    @Test void othersReadWhatWasWritten() throws Exception {
        Path file = folder.resolve("read.wav");
        try (Recorder recorder = new Recorder(file, RATE, WavWriter.Format.BITS_16)) {
            recorder.write(ramp(0), ramp(0), PERIOD);
            recorder.finish();
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = in.getFormat();
            assertEquals(RATE, format.getSampleRate());
            assertEquals(2, format.getChannels());
            assertEquals(16, format.getSampleSizeInBits());
            assertEquals(PERIOD, in.getFrameLength());
        }
    }

    /** EBU Tech 3306: RF64, sizes of 64 bits in a chunk of their own, and all ones where they were. */
    @Test void beyondFourGibibytesItIsRf64() {
        long bytes = 6L * 5_000_000_000L / 6;
        ByteBuffer header = ByteBuffer.allocate(WavHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        WavHeader.put(header, WavWriter.Format.BITS_24, RATE, bytes);
        assertEquals(WavHeader.BYTES, header.position(), "it fills its room");
        byte[] name = new byte[4];
        header.get(0, name);
        assertArrayEquals("RF64".getBytes(), name);
        assertEquals(-1, header.getInt(4));
        header.get(12, name);
        assertArrayEquals("ds64".getBytes(), name);
        assertEquals(28, header.getInt(16));
        assertEquals(bytes + WavHeader.BYTES - 8, header.getLong(20));
        assertEquals(bytes, header.getLong(28));
        assertEquals(bytes / 6, header.getLong(36), "frames");
        assertEquals(-1, header.getInt(WavHeader.BYTES - 4));
        ByteBuffer small = ByteBuffer.allocate(WavHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        WavHeader.put(small, WavWriter.Format.BITS_24, RATE, 600);
        small.get(0, name);
        assertArrayEquals("RIFF".getBytes(), name);
        assertEquals(600, small.getInt(WavHeader.BYTES - 4));
    }

    @Test void aTapRecordsFromItsBeginningToItsEndAndLeavesTheSoundAlone() throws Exception {
        Path file = folder.resolve("tap.wav");
        int[] calls = new int[1];
        Tap tap = new Tap((left, right, frames) -> java.util.Arrays.fill(left, 0, frames, 0.001f * ++calls[0]));
        float[] left = new float[PERIOD], right = new float[PERIOD];
        tap.process(left, right, PERIOD);
        tap.begin(Recorder.live(file, RATE, WavWriter.Format.FLOAT_32, true));
        tap.process(left, right, PERIOD);
        tap.process(left, right, PERIOD);
        tap.end();
        tap.process(left, right, PERIOD);
        assertEquals(0.004f, left[0]);
        assertFalse(tap.isRecording());
        var samples = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(WavHeader.BYTES).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        assertEquals(2 * PERIOD * 2, samples.remaining());
        assertEquals(0.002f, samples.get(0));
    }
}
