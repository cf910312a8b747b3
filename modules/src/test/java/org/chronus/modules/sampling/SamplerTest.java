package org.chronus.modules.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
    private static final double RATE = 48_000;

    @TempDir private Path folder;

    /** Six frames are looked up for every lane, which no vector can on every machine. */
    @Test void keepsTheHouseRules() throws IOException {
        ModuleContract.of(Sampler::new).costing(250).check();
        wav("stereo.wav", 440, 4_000, 2, -1, -1);
        ModuleContract.of(() -> sampler("stereo.wav")).costing(250).check();
    }

    @ParameterizedTest
    @CsvSource({"69, 440", "57, 220", "81, 880", "69.5, 452.893"})
    void playsAtThePitchOfTheKey(double note, double hertz) throws IOException {
        wav("a.wav", 440, 96_000, 1, -1, -1);
        double strongest = Spectrum.of(key("a.wav", note).set("root", 69).render("left", 0, 40_000), RATE).strongest();
        assertEquals(0, 1_200 * Math.log(strongest / hertz) / Math.log(2), 0.2);
    }

    @Test void interpolationAddsNothingAboveNinetyDecibelsBelow() throws IOException {
        wav("a.wav", 1_000, 96_000, 1, -1, -1);
        float[] wave = key("a.wav", 64.37).set("root", 60).render("left", 0, 40_000);
        assertTrue(Spectrum.of(wave, RATE).distortion(Spectrum.of(wave, RATE).strongest()) < -90);
    }

    @Test void knowsTheRootAndTheLoopThatAreInTheFile() throws IOException {
        wav("looped.wav", 480, 4_800, 1, 70, 1_000);
        float[] wave = key("looped.wav", 70).render("left", 0, 96_000);
        assertEquals(480, Spectrum.of(wave, RATE).strongest(), 0.05);
        assertTrue(Spectrum.of(wave, RATE).distortion(480) < -85);
    }

    @Test void endsWhereTheFileDoes() throws IOException {
        wav("a.wav", 440, 4_800, 1, -1, -1);
        float[] wave = key("a.wav", 60).render("left", 0, 9_600);
        assertTrue(Waves.peak(Waves.part(wave, 4_000, 4_790)) > 0.3);
        assertEquals(0, Waves.peak(Waves.part(wave, 4_810, 9_600)));
    }

    @Test void theReleaseFadesIt() throws IOException {
        wav("a.wav", 440, 96_000, 1, -1, -1);
        float[] wave = key("a.wav", 60).set("gate", time -> time < 0.5 ? 1 : 0).set("release", 0.2).render("left", 0, 48_000);
        double before = Waves.rms(Waves.part(wave, 23_000, 24_000)), after = Waves.rms(Waves.part(wave, 24_000 + 4_300, 24_000 + 5_300));
        assertEquals(-30, Waves.decibels(after / before), 0.5);
    }

    @Test void aMapHasLayersRoundsAndReleases() throws IOException {
        wav("soft.wav", 300, 48_000, 1, -1, -1);
        wav("hard.wav", 700, 48_000, 1, -1, -1);
        wav("other.wav", 1_100, 48_000, 1, -1, -1);
        wav("up.wav", 2_000, 48_000, 1, -1, -1);
        Files.writeString(folder.resolve("map.sfz"), """
                // comment
                <global> pitch_keycenter=60
                <group> hivel=63
                <region> sample=soft.wav
                <group> lovel=64 seq_length=2
                <region> seq_position=1 sample=hard.wav
                <region> seq_position=2 sample=other.wav volume=-6
                <group> trigger=release
                <region> sample=up.wav key=c4
                """);
        assertEquals(300, frequency(key("map.sfz", 60).set("velocity", 0.04).render("left", 0, 8_192)), 3);
        Rig rig = key("map.sfz", 60).set("velocity", 0.9).set("release", 0.01).set("gate", 0)
                .set("gate", 0, time -> time % 0.5 < 0.25 ? 1 : 0);
        float[] wave = rig.render("left", 0, 48_000);
        assertEquals(700, frequency(Waves.part(wave, 0, 8_192)), 3);
        assertEquals(2_000, frequency(Waves.part(wave, 13_000, 21_192)), 3);
        assertEquals(1_100, frequency(Waves.part(wave, 25_000, 33_192)), 3);
    }

    @Test void aStereoFileHasTwoSides() throws IOException {
        wav("stereo.wav", 440, 9_600, 2, -1, -1);
        assertEquals(-6, Waves.decibels(Waves.rms(key("stereo.wav", 60).render("right", 0, 4_800))
                / Waves.rms(key("stereo.wav", 60).render("left", 0, 4_800))), 0.1);
    }

    @Test void aKeyThatIsStruckAgainDoesNotClick() throws IOException {
        wav("a.wav", 220, 96_000, 1, -1, -1);
        float[] wave = key("a.wav", 60).set("gate", time -> time > 0.2503 && time < 0.2504 ? 0 : 1).render("left", 0, 24_000);
        double steady = Waves.steepestStep(Waves.part(wave, 4_000, 10_000));
        assertTrue(Waves.steepestStep(Waves.part(wave, 11_900, 13_000)) < 2.5 * steady);
    }

    @Test void saysWhichFileIsMissingAndWhere() throws IOException {
        Files.writeString(folder.resolve("map.sfz"), "<region> key=60\n\n<region> sample=none.wav\n");
        String message = assertThrows(IllegalArgumentException.class, () -> key("map.sfz", 60).render("left", 0, 64)).getMessage();
        assertEquals(folder.resolve("map.sfz") + ":3: there is no file " + folder.resolve("none.wav")
                + " to read: write where it is, from the map's own folder", message);
    }

    @Test void aCheckFindsWhatIsMissingWithoutLoading() throws IOException {
        wav("a.wav", 440, 100, 1, -1, -1);
        Files.writeString(folder.resolve("good.sfz"), "<region> key=60 sample=a.wav\n");
        Files.writeString(folder.resolve("bad.sfz"), "<region> key=60 sample=a.wav\n<region> key=sixty sample=a.wav\n");
        assertEquals(Optional.empty(), SampleMap.check(folder.resolve("good.sfz").toString()));
        assertEquals(Optional.of(folder.resolve("bad.sfz") + ":2: key is \"sixty\": write a number"),
                SampleMap.check(folder.resolve("bad.sfz").toString()));
    }

    @Test void saysWhatIsWrongWithAFile() throws IOException {
        Files.writeString(folder.resolve("cut.wav"), "RIFF    WAVEfmt    ");
        Files.writeString(folder.resolve("text.wav"), "a text, and no sound at all, long enough for a header");
        assertEquals(folder.resolve("cut.wav") + ": has no sound", refusal("cut.wav"));
        assertEquals(folder.resolve("text.wav") + ": is no WAV or FLAC file", refusal("text.wav"));
    }

    private String refusal(String name) {
        return assertThrows(IllegalArgumentException.class, () -> key(name, 60).render("left", 0, 64)).getMessage();
    }

    private static double frequency(float[] wave) {
        return Spectrum.of(wave, RATE).strongest();
    }

    private Sampler sampler(String name) {
        Sampler sampler = new Sampler();
        sampler.texts().getFirst().set(folder.resolve(name).toString());
        return sampler;
    }

    private Rig key(String name, double note) {
        return Rig.of(sampler(name)).set("gate", 1).set("pitch", note);
    }

    /** A sine, on the right half as loud, with a root key and a loop to the end unless they are negative. */
    private void wav(String name, double hertz, int frames, int channels, int root, int loop) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + frames * channels * 4 + 68).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(bytes.capacity() - 8).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(16).putShort((short) 3).putShort((short) channels).putInt(48_000).putInt(48_000 * 4 * channels);
        bytes.putShort((short) (4 * channels)).putShort((short) 32).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames * channels * 4);
        for (int i = 0; i < frames * channels; i++) {
            bytes.putFloat((float) (0.5 / (1 + i % channels) * Math.sin(2 * Math.PI * hertz * (i / channels) / RATE)));
        }
        bytes.put((root < 0 ? "junk" : "smpl").getBytes(StandardCharsets.US_ASCII)).putInt(60).putInt(0).putInt(0).putInt(0).putInt(root).putInt(0);
        bytes.putInt(0).putInt(0).putInt(loop < 0 ? 0 : 1).putInt(0).putInt(0).putInt(0).putInt(loop).putInt(frames - 1).putInt(0).putInt(0);
        Files.write(folder.resolve(name), bytes.array());
    }
}
