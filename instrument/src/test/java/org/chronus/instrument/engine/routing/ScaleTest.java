package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.instrument.engine.Stage;
import org.chronus.presets.tuning.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {
    @Test void keysSoundAsTheScaleSaysAndThoseThatItHasNotAreSilent(@TempDir Path folder) throws Exception {
        Path scale = Files.writeString(folder.resolve("quarter.scl"), "Quarter tones\n24\n" + steps());
        Path map = Files.writeString(folder.resolve("map.kbm"), "2\n0\n127\n69\n69\n440\n1\n0\nx\n");
        Stage stage = new Stage();
        stage.engine.tune(Tuning.read(scale, map).value());
        stage.offer(Stage.TONE);
        float[] sound = stage.press(0, 69).press(0, 71).press(0, 70).left(24_000);
        // A4, and the pattern's next round: one degree, a quarter tone, higher.
        double first = Stage.tone(sound, 9_600, 24_000, 69);
        assertTrue(first > 0.1, "A4: " + first);
        assertTrue(Stage.tone(sound, 9_600, 24_000, 71) < 0.01, "B4 is no whole tone any more");
        assertTrue(Stage.tone(sound, 9_600, 24_000, 70) < 0.01, "the key between is silent");
        assertTrue(quarterTone(sound) > 0.1, "a quarter tone above A4: " + quarterTone(sound));
    }

    private static double quarterTone(float[] sound) {
        double re = 0, im = 0, hertz = 440 * Math.pow(2, 0.5 / 12);
        for (int i = 9_600; i < 24_000; i++) {
            re += sound[i] * Math.cos(2 * Math.PI * hertz * i / Stage.RATE);
            im += sound[i] * Math.sin(2 * Math.PI * hertz * i / Stage.RATE);
        }
        return 2 * Math.hypot(re, im) / 14_400;
    }

    private static String steps() {
        StringBuilder steps = new StringBuilder();
        for (int i = 1; i <= 24; i++) {
            steps.append(50 * i).append(".\n");
        }
        return steps.toString();
    }
}
