package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.presets.preset.Transition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Program changes that come before the one before has done with fading. */
@Tag("L9")
class QuickChangesTest {
    private static final int BLOCK = 64, SWAP = 9_600;
    private static final String AT_ONCE = Stage.TONE.replace("attack: 20 ms", "attack: 1 ms");

    /**
     * What is heard from a program change on, under a held key, with a note of the new preset at once and, perhaps, another change soon.
     */
    private static float[] heard(Transition how, int blocks, boolean changesAgain) {
        Stage stage = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, how));
        stage.offer(Stage.TONE);
        stage.press(0, 57).left(SWAP);
        stage.offer(AT_ONCE);
        float[] sound = Arrays.copyOf(stage.press(SWAP, 69).left(blocks * BLOCK), SWAP);
        if (changesAgain) {
            stage.offer(Stage.TONE);
        }
        System.arraycopy(stage.left(SWAP), 0, sound, blocks * BLOCK, SWAP - blocks * BLOCK);
        return sound;
    }

    @ParameterizedTest
    @CsvSource({"CROSSFADE, 1", "CROSSFADE, 2", "CROSSFADE, 3", "CROSSFADE, 4", "CROSSFADE, 6", "CUT, 1", "CUT, 2"})
    void aPatchThatIsStillFadingInFadesOutFromWhereItIs(Transition how, int blocks) {
        float[] unchanged = heard(how, blocks, false), changed = heard(how, blocks, true);
        double step = Stage.steepest(changed, blocks * BLOCK - 1, SWAP) / Stage.steepest(unchanged, 0, SWAP);
        assertTrue(step <= 1, "it turns back with a step of " + step);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100})
    void aChangeInEveryFewBlocksMakesNoStepUnderAHeldChord(int blocks) {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        double steady = Stage.steepest(stage.press(0, 57).press(0, 64).left(SWAP), SWAP / 2, SWAP);
        for (int i = 0; i < 40; i++) {
            stage.offer(AT_ONCE);
            assertTrue(Stage.steepest(stage.left(blocks * BLOCK), 0, blocks * BLOCK) <= 1.01 * steady, "after change " + i);
        }
    }
}
