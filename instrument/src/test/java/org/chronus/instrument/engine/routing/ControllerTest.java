package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A controller that jumps, and one that never rests. */
class ControllerTest {
    private static final int MOVED = 9_600, PLAIN = 20;
    /** A held key gives a constant, so that what is done to it can be seen sample by sample. */
    private static final String CONSTANT = """
            chronus: 1
            name: Constant
            silent: yes
            modules:
              level: {type: vca, gain: 0}
            cables: [note.gate * 0.25 -> level -> out]
            controllers: {20: {to: level.gain, range: [0, 1]}}
            """;

    /** Frames from the first step to the last, after a controller went from one end to the other. */
    private static int settlingFrames(float[] sound) {
        int first = MOVED;
        while (Math.abs(sound[first] - sound[first - 1]) < 1e-4) {
            first++;
        }
        int last = first;
        while (Math.abs(sound[last] - sound[last - 1]) >= 1e-4) {
            last++;
        }
        return last - first;
    }

    private static float[] inPeriods(Stage stage, int period, int frames) {
        float[] sound = new float[frames];
        for (int done = 0; done < frames; done += period) {
            System.arraycopy(stage.left(period), 0, sound, done, Math.min(period, frames - done));
        }
        return sound;
    }

    /** An amplifier's gain states 5 ms, volume 10 ms; nothing of it is a step. */
    @ParameterizedTest
    @CsvSource({"20, 0, 1, 16, 240", "20, 0, 1, 1024, 240", "20, 1, 0, 16, 240", "7, 1, 0, 16, 480", "7, 0, 1, 1024, 480"})
    @Tag("L15")
    void aJumpFromEndToEndSettlesInItsStatedTimeAtAnyPeriod(int controller, float from, float to, int period, int stated) {
        Stage stage = new Stage();
        stage.offer(CONSTANT.replace("gain: 0", "gain: " + (controller == PLAIN ? from : 1)));
        stage.press(0, 69).move(0, controller, from).move(MOVED, controller, to);
        float[] sound = inPeriods(stage, period, 2 * MOVED);
        assertEquals(stated, settlingFrames(sound), 0.1 * stated);
        double range = Math.abs(sound[MOVED + 600] - sound[MOVED - 1]);
        assertTrue(range > 0.1 && Stage.steepest(sound, MOVED - 1, MOVED + 600) < 1.5 * range / stated, "a straight line");
    }

    /** To notes pedals and a reset are exact; to cables they are like any other controller. */
    @ParameterizedTest
    @ValueSource(ints = {64, 65, 66, 67, 84})
    void aPedalInACableLeavesTheSameBitsAtAnyPeriods(int pedal) {
        float[] regular = swayedBy(pedal, 64);
        assertTrue(Stage.rms(regular, 0, MOVED) > 0.01);
        assertArrayEquals(regular, swayedBy(pedal, 23));
    }

    private static float[] swayedBy(int pedal, int period) {
        Stage stage = new Stage();
        stage.offer(Stage.TONE.replace("cables: [", "cables: [osc * cc." + pedal + " * 0.25 -> amp, osc * cc.1 * 0.25 -> amp, "));
        stage.press(0, 69).move(2_003, pedal, 1).move(2_005, 1, 1).move(4_001, pedal, 0.25f).move(4_500, pedal, 1);
        stage.engine.schedule(6_007, new Release.ResetControllers(0, 0));
        return inPeriods(stage, period, MOVED);
    }

    @Test
    @Tag("L19")
    void tenThousandMovesASecondLeaveNoGapAndTheLastOneWins() {
        Stage stage = new Stage(), calm = new Stage();
        stage.offer(Stage.TONE);
        calm.offer(Stage.TONE);
        stage.press(0, 69);
        calm.press(0, 69).move(10 * Stage.RATE, 7, 0.75f);
        SplittableRandom random = new SplittableRandom(1);
        for (long block = 0; block < 10 * Stage.RATE / 64; block++) {
            for (int i = 0; i < 14; i++) {
                stage.move(block * 64 + i * 4, i % 2 == 0 ? 7 : 1, 0.5f + random.nextInt(64) / 127f);
            }
            float[] sound = stage.left(64);
            assertTrue(block < 40 || Stage.rms(sound, 0, 64) > 0.02, "a gap in block " + block);
        }
        stage.move(stage.engine.position(), 7, 0.75f);
        calm.left((int) stage.engine.position());
        assertEquals(0, stage.engine.refused());
        stage.left(9_600);
        calm.left(9_600);
        assertArrayEquals(calm.left(9_600), stage.left(9_600), 1e-4f, "as if only the last had been sent");
    }
}
