package org.chronus.modules.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlacFileTest {
    private static final int FRAMES = 700, BLOCK = 256, RICE = 6;

    @TempDir private Path folder;

    private final int[] left = new int[FRAMES], right = new int[FRAMES];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending, held;

    /** Each block in another manner, the last one shorter. */
    @Test void readsEverySampleAsItWas() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < FRAMES; i++) {
            left[i] = (int) (8_000 * Math.sin(i * 0.05)) + random.nextInt(-20, 20);
            right[i] = i < 2 * BLOCK ? (int) (7_000 * Math.sin(i * 0.05 + 0.2)) : -1_234;
        }
        header();
        block(0, 1, 2, 1);
        block(1, 10, 34, 10);
        block(2, 8, 12, 0);
        Path file = folder.resolve("a.flac");
        Files.write(file, bytes.toByteArray());
        Sample sample = SoundFile.read(file);
        assertEquals(44_100, sample.rate());
        assertEquals(FRAMES, sample.end());
        assertArrayEquals(left, whole(sample.left()));
        assertArrayEquals(right, whole(sample.right()));
    }

    @Test void saysThatAFileIsCut() throws IOException {
        header();
        Path file = folder.resolve("cut.flac");
        Files.write(file, bytes.toByteArray());
        assertEquals(file + ": ends before it should", assertThrows(IOException.class, () -> SoundFile.read(file)).getMessage());
    }

    private static int[] whole(float[] frames) {
        int[] whole = new int[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            whole[i] = Math.round(frames[Sample.BEFORE + i] * 32_768);
        }
        return whole;
    }

    private void header() {
        put(0x664C6143, 32);
        put(0x80, 8);
        put(34, 24);
        put(BLOCK, 16);
        put(BLOCK, 16);
        put(0, 48);
        put(44_100, 20);
        put(1, 3);
        put(15, 5);
        put(FRAMES, 36);
        put(0, 64);
        put(0, 64);
    }

    /** Channels as the format numbers them; for each a kind: 1 verbatim, 0 constant, 8 + order fixed, 31 + order predicted. */
    private void block(int number, int channels, int first, int second) {
        int from = number * BLOCK, to = Math.min(from + BLOCK, FRAMES);
        put(0x3FFE, 14);
        put(0, 2);
        put(7, 4);
        put(9, 4);
        put(channels, 4);
        put(4, 3);
        put(0, 1);
        put(number, 8);
        put(to - from - 1, 16);
        put(0, 8);
        int[] one = Arrays.copyOfRange(left, from, to), two = Arrays.copyOfRange(right, from, to);
        for (int i = 0; i < one.length && channels >= 8; i++) {
            int side = one[i] - two[i];
            one[i] = channels == 10 ? one[i] + two[i] >> 1 : one[i];
            two[i] = side;
        }
        channel(one, first == 2 ? 1 : first, 16);
        channel(two, channels == 8 ? 1 : second, channels >= 8 ? 17 : 16);
        put(0, pending == 0 ? 0 : 8 - pending);
        put(0, 16);
    }

    private void channel(int[] samples, int kind, int width) {
        int order = kind >= 32 ? kind - 31 : kind >= 8 ? kind - 8 : 0;
        put(kind, 7);
        put(0, 1);
        for (int i = 0; i < (kind == 0 ? 1 : kind == 1 ? samples.length : order); i++) {
            put(samples[i], width);
        }
        int[] factors = new int[][] {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}}[order];
        if (kind >= 32) {
            put(3, 4);
            put(0, 5);
            Arrays.stream(factors).forEach(factor -> put(factor, 4));
        }
        if (kind > 1) {
            put(0, 2);
            put(0, 4);
            put(RICE, 4);
            for (int i = order; i < samples.length; i++) {
                int rest = samples[i];
                for (int k = 0; k < order; k++) {
                    rest -= factors[k] * samples[i - 1 - k];
                }
                int folded = rest << 1 ^ rest >> 31;
                put(0, folded >> RICE);
                put(1, 1);
                put(folded & (1 << RICE) - 1, RICE);
            }
        }
    }

    private void put(long value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            held = held << 1 | (bit < 64 ? (int) (value >> bit & 1) : 0);
            pending++;
            if (pending == 8) {
                bytes.write(held);
                pending = 0;
                held = 0;
            }
        }
    }
}
