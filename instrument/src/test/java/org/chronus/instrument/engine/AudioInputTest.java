package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.chronus.midi.command.Gesture;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** The audio input is a source like any other: in the mix, and in parts. */
class AudioInputTest {
    private static final int FRAMES = 9_600, KEY = 69;
    private static final String RING = """
            chronus: 1
            name: Ring
            modules: {osc: {type: sine}, ring: {type: vca}, env: {type: adsr}, amp: {type: vca}}
            cables: [input.left -> ring, osc -> ring.gain, ring -> amp -> out, env -> amp.gain]
            """;

    private final Stage stage = new Stage();

    private float[][] play(float[] left, float[] right, int period) {
        float[][] all = new float[2][left.length];
        for (int done = 0; done < left.length; done += period) {
            int now = Math.min(period, left.length - done);
            float[] outLeft = new float[now], outRight = new float[now];
            stage.engine.hear(Arrays.copyOfRange(left, done, done + now), Arrays.copyOfRange(right, done, done + now));
            stage.engine.render(outLeft, outRight, now);
            System.arraycopy(outLeft, 0, all[0], done, now);
            System.arraycopy(outRight, 0, all[1], done, now);
        }
        return all;
    }

    private static float[] noise(long seed) {
        Random random = new Random(seed);
        float[] noise = new float[FRAMES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.2 * random.nextGaussian());
        }
        return noise;
    }

    @Test void theMixHearsBothSidesWithoutAnyNote() {
        stage.offer("chronus: 1\nname: Thru\nmodules: {osc: {type: sine}, amp: {type: vca}}\ncables: [osc -> amp -> out, note.gate -> amp.gain]\n"
                + "mix:\n  cables: [voices -> out, input -> out]\n");
        float[] left = noise(1), right = noise(2);
        float[][] heard = play(left, right, 100);
        double[] gains = {ratio(heard[0], left), ratio(heard[1], right)};
        assertTrue(gains[0] > 0.1, "it is heard");
        assertEquals(gains[0], gains[1], 0.01, "alike on both sides");
        assertTrue(Waves.correlation(heard[0], left) > 0.99 && Waves.correlation(heard[0], right) < 0.1, "each on its own side");
    }

    private static double ratio(float[] a, float[] b) {
        return Stage.rms(a, 0, a.length) / Stage.rms(b, 0, b.length);
    }

    @Test void aVoiceModulatesWhatItHears() {
        stage.offer(RING);
        stage.engine.schedule(0, new Gesture.NoteOn(0, 0, KEY, 1));
        float[] constant = new float[FRAMES];
        Arrays.fill(constant, 0.5f);
        float[][] heard = play(constant, constant, 64);
        assertTrue(Stage.tone(heard[0], FRAMES / 2, FRAMES, KEY) > 0.05, "the tone, as loud as the input is high");
        stage.engine.hear(null, null);
        float[] left = new float[FRAMES], right = new float[FRAMES];
        stage.engine.render(left, right, FRAMES);
        assertTrue(Stage.tone(left, FRAMES / 2, FRAMES, KEY) < 1e-3, "nothing without an input");
    }

    @Test void theSameBitsInAnyPeriods() {
        float[][] first = null;
        for (int period : new int[] {64, 100, 1_000}) {
            AudioInputTest test = new AudioInputTest();
            test.stage.offer(RING);
            test.stage.engine.schedule(0, new Gesture.NoteOn(0, 0, KEY, 1));
            float[][] heard = test.play(noise(1), noise(2), period);
            first = first == null ? heard : first;
            assertTrue(Arrays.equals(first[0], heard[0]) && Arrays.equals(first[1], heard[1]), "period " + period);
        }
    }

    @Test void whatIsNotThereIsSaidWithItsCure() {
        String wrong = RING.replace("input.left", "input");
        var problems = new PresetReader(ModuleCatalog.load()).read(wrong, "ring.yaml").problems();
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().toString().contains("write input.left or input.right"), problems.getFirst().toString());
    }
}
