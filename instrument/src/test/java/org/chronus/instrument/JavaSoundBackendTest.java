package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.Audition.Take;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ALSA device that needs no sound card: it writes what it gets into a file, and loses the rest to nowhere. */
class JavaSoundBackendTest {
    @TempDir
    static Path folder;
    private static float[] left, right;

    @BeforeAll static void playIntoTheDevice() throws Exception {
        Path raw = folder.resolve("alsa.raw"), configuration = folder.resolve("asound.conf"), said = folder.resolve("said.txt");
        Files.writeString(configuration, "pcm.!default { type file file \"" + raw + "\" format raw slave.pcm { type null } }\n");
        ProcessBuilder builder = new ProcessBuilder(Child.command(ToneIntoAlsa.class)).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("ALSA_CONFIG_PATH", configuration.toString());
        Process child = builder.start();
        if (!child.waitFor(60, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        assumeTrue(child.waitFor() != ToneIntoAlsa.NO_OUTPUT, "Java Sound finds no output: is libasound2 installed?");
        assertEquals(0, child.exitValue(), () -> said(said));
        read(raw);
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static void read(Path raw) throws Exception {
        ShortBuffer samples = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int frames = Audition.frame(ToneIntoAlsa.SECONDS);
        assertTrue(samples.remaining() >= 2 * frames, "only " + samples.remaining() / 2 + " frames came through");
        left = new float[frames];
        right = new float[frames];
        for (int i = 0; i < frames; i++) {
            left[i] = samples.get() / 32_768f;
            right[i] = samples.get() / 32_768f;
        }
    }

    @Tag("L1")
    @Test void everyFrameArrivesOnceAndInOrder() {
        Take expected = ToneIntoAlsa.expected();
        assertArrayEquals(expected.left(), left, 0x1p-16f);
        assertArrayEquals(expected.right(), right, 0x1p-16f);
    }

    @Test void theToneHasItsPitchAndItsLevel() {
        float[] held = Waves.part(left, Audition.frame(0.2), Audition.frame(0.9));
        int first = -1, last = -1, cycles = -1;
        for (int i = 1; i < held.length; i++) {
            if (held[i - 1] < 0 && held[i] >= 0) {
                first = first < 0 ? i : first;
                last = i;
                cycles++;
            }
        }
        assertEquals(ToneIntoAlsa.HERTZ, (double) cycles * ToneIntoAlsa.RATE / (last - first), 0.5);
        assertTrue(Waves.decibels(Waves.rms(held)) > -40, "it is too soft");
    }

    @Test void itIsSilentBeforeTheKeyAndAfterTheRelease() {
        assertEquals(0, Waves.peak(Waves.part(left, 0, Audition.frame(ToneIntoAlsa.START) - 1)));
        assertTrue(Waves.peak(Waves.part(left, Audition.frame(1.15), left.length)) < 0x1p-14, "it rings on");
    }
}
