package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.chronus.instrument.audio.WavReader;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is played through a preset that hears the audio input. */
class RenderInputTest {
    private static final int RATE = 48_000, FRAMES = 4_800;
    @TempDir
    private Path folder;

    private Path wav(int bits, int channels, int rate) throws IOException {
        int width = bits / 8;
        ByteBuffer bytes = ByteBuffer.allocate(FRAMES * channels * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            for (int channel = 0; channel < channels; channel++) {
                long value = Math.round(wave(i, channel) * (1L << bits - 1));
                for (int k = 0; k < width; k++) {
                    bytes.put((byte) (value >> 8 * k));
                }
            }
        }
        Path file = folder.resolve(bits + "-" + channels + "-" + rate + ".wav");
        AudioFormat format = new AudioFormat(rate, bits, channels, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, FRAMES), AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private static double wave(int frame, int channel) {
        return 0.3 * Math.sin(2 * Math.PI * (channel == 0 ? 440 : 1_000) * frame / RATE);
    }

    @Test void samplesOfEverySizeAreRead() throws IOException {
        for (int bits : new int[] {16, 24, 32}) {
            try (WavReader reader = WavReader.open(wav(bits, 2, RATE), RATE)) {
                float[] left = new float[FRAMES + 10], right = new float[FRAMES + 10];
                assertEquals(FRAMES, reader.frames());
                reader.read(left, right, FRAMES + 10);
                assertEquals(wave(100, 0), left[100], Math.pow(2, 1 - bits) + 1e-7);
                assertEquals(wave(101, 1), right[101], Math.pow(2, 1 - bits) + 1e-7);
                assertEquals(0, left[FRAMES + 5], "silence after its end");
            }
        }
    }

    @Test void oneChannelIsHeardOnBothSides() throws IOException {
        try (WavReader reader = WavReader.open(wav(16, 1, RATE), RATE)) {
            float[] left = new float[FRAMES], right = new float[FRAMES];
            reader.read(left, right, FRAMES);
            assertArrayEquals(left, right);
        }
    }

    @Test void itIsHeardThroughTheMixWithoutASong() throws Exception {
        Path preset = folder.resolve("thru.yaml"), out = folder.resolve("out.wav");
        Files.writeString(preset, """
                chronus: 1
                name: Thru
                modules: {osc: {type: sine}, amp: {type: vca}}
                cables: [osc -> amp -> out, note.gate -> amp.gain]
                mix:
                  cables: [voices -> out, input -> out]
                """);
        assertEquals(0, Main.run("render", "--input", wav(24, 2, RATE).toString(), "--preset", preset.toString(), "-o", out.toString(), "--bits",
                "32f"));
        float[] left = new float[FRAMES], right = new float[FRAMES], expected = new float[FRAMES];
        try (WavReader reader = WavReader.open(out, RATE)) {
            assertTrue(reader.frames() >= FRAMES, "as long as what it hears");
            reader.read(left, right, FRAMES);
        }
        for (int i = 0; i < FRAMES; i++) {
            expected[i] = (float) wave(i, 0);
        }
        assertTrue(Waves.correlation(left, expected) > 0.999);
    }

    @Test void whatCannotBeHeardIsSaidWithItsCure() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        assertTrue(refusal(text).endsWith("is no sound that can be read: make a WAV file of it"));
        assertTrue(refusal(folder.resolve("none.wav")).endsWith("there is no such file"));
        assertTrue(refusal(folder).endsWith("is a folder: name a WAV file"));
        assertTrue(refusal(wav(16, 2, 44_100)).endsWith("is at 44100 Hz, and the render at 48000: convert it, or choose --rate 44100"));
        assertTrue(refusal(wav(16, 4, RATE)).endsWith("has 4 channels: make it stereo"));
        assertTrue(Main.run("render", "-o", folder.resolve("x.wav").toString()) != 0, "neither song nor input");
    }

    private static String refusal(Path file) {
        return assertThrows(IOException.class, () -> WavReader.open(file, RATE)).getMessage();
    }
}
