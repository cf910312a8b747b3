package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.presets.preset.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the old patch is heard after a program change. */
class RingOutTest {
    private static final int SWAP = 9_600, HOLD = 24_000, PEDAL = 64;
    private static final String LASTING = Stage.TONE.replace("release: 0.1 s", "release: 20 s") + "hold: 0.5 s\n";
    private static final String OTHER = Stage.TONE.replace("Tone", "Other");

    private final Stage stage = new Stage();

    private double heard(int frames) {
        return Stage.tone(stage.left(frames), 0, frames, 57);
    }

    /** A key is held over the change to another preset. */
    private void changeUnderAKey(String from) {
        stage.offer(from);
        stage.press(0, 57).left(SWAP);
        stage.offer(OTHER);
        stage.left(64);
    }

    @Test void holdRunsFromTheLastRelease() {
        changeUnderAKey(LASTING);
        assertTrue(heard(4 * HOLD) > 0.1, "a key that is down holds it for as long as one likes");
        stage.lift(stage.engine.position(), 57).left(HOLD - 2_400);
        assertTrue(heard(2_300) > 0.05, "half a second later it still rings");
        stage.left(4_800);
        assertTrue(heard(9_600) < 1e-4, "and then no more");
    }

    @Test void holdRunsFromThePedalIfThatIsLast() {
        stage.move(0, PEDAL, 1);
        changeUnderAKey(LASTING);
        stage.lift(stage.engine.position(), 57).left(4 * HOLD);
        assertTrue(heard(2_400) > 0.1, "the pedal holds");
        stage.move(stage.engine.position(), PEDAL, 0).left(HOLD - 2_400);
        assertTrue(heard(2_300) > 0.05, "half a second later it still rings");
        stage.left(4_800);
        assertTrue(heard(9_600) < 1e-4, "and then no more");
    }

    @Test void aThirdPlayedPatchFadesTheRingingOneAtTheSwapAndNotAtTheRequest() {
        changeUnderAKey(Stage.TONE);
        stage.press(stage.engine.position(), 69).left(SWAP);
        PrimedPatch third = stage.prime(new SwapReport(SwapRequest.program(stage.engine.position(), 0, 2)), Stage.TONE);
        assertTrue(heard(SWAP) > 0.1, "it was asked for, but has not come");
        stage.engine.handover().offer(third);
        float[] sound = stage.left(64 + 480);
        assertTrue(Stage.tone(sound, 0, 218, 57) > 0.1, "it fades");
        assertTrue(heard(SWAP) < 1e-3, "and is gone after 10 ms");
        assertTrue(Stage.tone(stage.left(SWAP), 0, SWAP, 69) > 0.1, "the second rings");
    }

    @ParameterizedTest
    @CsvSource({"RING, true", "CROSSFADE, false", "CUT, false"})
    void theInstrumentsTransitionGoesBeforeThePresets(Transition how, boolean rings) {
        for (Transition presets : Transition.values()) {
            Stage told = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, how));
            told.offer(Stage.TONE);
            told.press(0, 57).left(SWAP);
            told.offer(OTHER + "transition: " + presets.name().toLowerCase() + "\n");
            told.left(1_000);
            assertEquals(rings, Stage.rms(told.left(SWAP), 0, SWAP) > 0.01, how + " instead of " + presets);
        }
    }

    @ParameterizedTest
    @CsvSource({"ring, 9600", "crossfade, 480", "cut, 144"})
    void aPresetSaysHowItComes(String how, int frames) {
        stage.offer(Stage.TONE);
        stage.press(0, 57).left(SWAP);
        stage.offer(OTHER + "transition: " + how + "\n");
        float[] sound = stage.left(SWAP);
        assertTrue(Stage.rms(sound, frames * 3 / 4 - 100, frames * 3 / 4) > 5e-3, "three quarters of the time it is heard");
        assertTrue(frames == SWAP || Stage.rms(sound, frames + 8, frames + 400) < 2e-3, "and then no more");
    }
}
