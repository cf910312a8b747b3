package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The factory bank, a few notes of each preset, on vectors of 4, 8 and 16 lanes. Notes then share their groups with other notes, so that
 * sums are rounded in another order; nothing else may differ. A width that the machine lacks falls back to one that it has.
 */
class LaneWidthTest {
    private static final double MINUS_100_DECIBELS = 1e-5;
    @TempDir
    static Path folder;
    private static Performance four, eight, sixteen;

    private record Performance(int lanes, float[] samples) {
        double peak() {
            return farthestFrom(new float[samples.length]);
        }

        /** The largest difference; 1 is full scale. */
        double farthestFrom(float[] others) {
            double most = 0;
            for (int i = 0; i < samples.length; i++) {
                most = Math.max(most, Math.abs(samples[i] - others[i]));
            }
            return most;
        }
    }

    @BeforeAll static void plays() throws Exception {
        four = play(4);
        eight = play(8);
        sixteen = play(16);
    }

    @Test void theNarrowestHasFourLanesAndSounds() {
        assertEquals(4, four.lanes());
        assertTrue(four.peak() > 0.1, "the peak is " + four.peak());
    }

    @Test void eightLanesSoundLikeFour() {
        assertSameSound(eight, four);
    }

    @Test void sixteenLanesSoundLikeFour() {
        assertSameSound(sixteen, four);
    }

    @Test void theSameWidthGivesTheSameBitsAgain() throws Exception {
        assertArrayEquals(sixteen.samples(), play(16).samples());
    }

    private static void assertSameSound(Performance wide, Performance narrow) {
        assertEquals(narrow.samples().length, wide.samples().length);
        double most = wide.farthestFrom(narrow.samples());
        assertTrue(most < MINUS_100_DECIBELS, wide.lanes() + " lanes differ from " + narrow.lanes() + " by " + most + " of full scale");
    }

    private static Performance play(int lanes) throws Exception {
        Path samples = Files.createTempFile(folder, "medley", ".floats");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:MaxVectorSize=" + lanes * Float.BYTES, "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"));
        // Compiles kernels early, as bin/chronus does: until then they crawl.
        command.addAll(List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=CompileThresholdScaling,org.chronus.modules.*::*,0.05"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Medley.class.getName(), samples.toString()));
        Path said = Files.createTempFile(folder, "said", ".txt");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertEquals(0, code, () -> read(said));
        ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(samples));
        int width = data.getInt();
        float[] floats = new float[data.remaining() / Float.BYTES];
        data.asFloatBuffer().get(floats);
        return new Performance(width, floats);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return file + " cannot be read: " + e.getMessage();
        }
    }
}
