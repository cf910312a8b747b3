package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.audio.PcmEncoder;
import org.chronus.instrument.audio.PcmFormat;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real ALSA device that needs no sound card: it writes what it gets into a file, and loses the rest to nowhere. */
class AlsaFileTest {
    private static final int BUFFER = 1_024, FRAMES = Audition.frame(ToneIntoAlsa.SECONDS), RATE = ToneIntoAlsa.RATE;
    private static final float STEP = 0x1p-15f;
    /** The thread that asks the second compiler for what measures would allocate for that. */
    private static final String OWN_CODE = "-XX:CompileCommand=exclude,org.chronus.instrument.ToneIntoAlsa*::*";
    @TempDir
    static Path folder;
    private static final Take EXPECTED = ToneIntoAlsa.expected();

    @BeforeAll static void playIntoTheDevice() throws Exception {
        Path raw = folder.resolve("alsa.raw"), configuration = folder.resolve("asound.conf"), said = folder.resolve("said.txt");
        Files.writeString(configuration, "pcm.!default { type file file \"" + raw + "\" format raw slave.pcm { type null } }\n");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(List.of(OWN_CODE), ToneIntoAlsa.class, raw.toString())).redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("ALSA_CONFIG_PATH", configuration.toString());
        Process child = builder.start();
        if (!child.waitFor(90, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        assumeTrue(child.waitFor() != ToneIntoAlsa.NO_OUTPUT, "Java Sound finds no output: is libasound2 installed?");
        assertEquals(0, child.exitValue(), Files.readString(said));
    }

    private static Stream<PcmFormat> formats() {
        return ToneIntoAlsa.FORMATS.stream();
    }

    /** What the device wrote, from the first frame that the instrument made: before it comes silence, no more than the buffer holds. */
    private static byte[] written(PcmFormat format) throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve("alsa.raw" + format));
        int before = first(all) / format.frameBytes() - first(encoded(format)) / format.frameBytes();
        assertTrue(before >= 0 && before <= BUFFER, before + " frames before the first");
        assertTrue(all.length >= (before + FRAMES) * format.frameBytes(), "only " + all.length / format.frameBytes() + " frames came through");
        return Arrays.copyOfRange(all, before * format.frameBytes(), (before + FRAMES) * format.frameBytes());
    }

    private static int first(byte[] bytes) {
        int at = 0;
        while (bytes[at] == 0) {
            at++;
        }
        return at;
    }

    private static byte[] encoded(PcmFormat format) {
        PcmEncoder encoder = new PcmEncoder(format, RATE, FRAMES);
        encoder.encode(EXPECTED.left(), EXPECTED.right(), FRAMES);
        return encoder.bytes();
    }

    private static float[] leftOf16Bits() throws IOException {
        ShortBuffer samples = ByteBuffer.wrap(written(PcmFormat.BITS_16)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] left = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            left[i] = samples.get(2 * i) * STEP;
        }
        return left;
    }

    @Tag("L1")
    @ParameterizedTest
    @MethodSource("formats")
    void everyFrameArrivesOnceAndInOrderBitForBit(PcmFormat format) throws IOException {
        assertArrayEquals(encoded(format), written(format));
    }

    @Test void at16BitsNoSampleIsFurtherOffThanTheDither() throws IOException {
        assertArrayEquals(EXPECTED.left(), leftOf16Bits(), 1.5f * STEP + 1e-9f);
    }

    @Test void theToneHasItsPitchAndItsLevelAndAt16BitsNoHarmonic() throws IOException {
        float[] held = Waves.part(leftOf16Bits(), Audition.frame(0.2), Audition.frame(0.2) + 32_768);
        Spectrum spectrum = Spectrum.of(held, RATE), made = Spectrum.of(Waves.part(EXPECTED.left(), Audition.frame(0.2), Audition.frame(0.2)
                + 32_768), RATE);
        assertEquals(ToneIntoAlsa.HERTZ, spectrum.strongest(), 0.5);
        assertEquals(made.amplitudeNear(ToneIntoAlsa.HERTZ), spectrum.amplitudeNear(ToneIntoAlsa.HERTZ), 1e-4);
        for (int harmonic = 2; harmonic < 20; harmonic++) {
            assertTrue(spectrum.amplitudeNear(harmonic * ToneIntoAlsa.HERTZ) < 0.1 * STEP, "harmonic " + harmonic + " stands out of the hiss");
        }
    }

    @Test void itIsSilentBeforeTheKeyAndAfterTheRelease() throws IOException {
        float[] left = leftOf16Bits();
        assertEquals(0, Waves.peak(Waves.part(left, 0, Audition.frame(ToneIntoAlsa.START) - 1)));
        assertTrue(Waves.peak(Waves.part(left, Audition.frame(1.15), left.length)) < 0x1p-14, "it rings on");
    }
}
