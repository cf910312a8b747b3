package org.chronus.instrument.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.files.OutputPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundPictureTest {
    private static final int RATE = 48_000;
    @TempDir
    private Path folder;

    private static double brightness(int color) {
        return (color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff);
    }

    @Test void aSineIsABrightLineAtItsFrequency() {
        float[] wave = Waves.sine(1_000, 0.5, RATE, RATE);
        double[] levels = new Spectrogram(wave, wave, RATE).around(RATE / 2);
        int loudest = 0;
        for (int row = 0; row < levels.length; row++) {
            loudest = levels[row] > levels[loudest] ? row : loudest;
        }
        assertEquals(Spectrogram.row(1_000), loudest, 1);
        assertTrue(levels[Spectrogram.row(1_500)] < -120 && levels[Spectrogram.row(500)] < -120, "nothing else is heard");
    }

    @Test void louderIsBrighter() {
        for (double level = -108; level < -12; level++) {
            assertTrue(brightness(Heat.color(level + 1)) > brightness(Heat.color(level)) - 30, level + " dB");
        }
        assertEquals(Heat.color(-300), Heat.color(Double.NEGATIVE_INFINITY));
        assertEquals(Heat.color(-300), Heat.color(Double.NaN));
    }

    @Test void theFileShowsWavesSpectrumAndMarks() throws Exception {
        float[] loud = Waves.sine(440, 1, RATE, RATE), silent = new float[RATE];
        Path file = folder.resolve("sound.png");
        new SoundPicture(loud, silent, RATE, List.of(new SoundPicture.Mark(0.5, "Next"))).write(OutputPlace.of(file));
        BufferedImage image = ImageIO.read(file.toFile());
        int x = 400, left = 24 + 5, right = 24 + 110 + 8 + 5;
        assertTrue(brightness(image.getRGB(x, left)) > brightness(image.getRGB(x, right)) + 100, "the left is loud, the right is silent");
        int mark = 56 + (image.getWidth() - 56 - 16) / 2;
        assertTrue(brightness(image.getRGB(mark, right)) > brightness(image.getRGB(mark + 5, right)) + 100, "there is a line where it changes");
    }
}
