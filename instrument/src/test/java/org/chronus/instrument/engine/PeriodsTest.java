package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every factory preset gives the same bits for any sequence of periods: with so many notes that several groups of voices sound, with every
 * kind of command, all at arbitrary frames.
 */
class PeriodsTest {
    private static final int FRAMES = 24_000, NOTES = 160, MOVES = 240;
    private static final int[] CONTROLLERS = {1, 2, 4, 5, 7, 10, 11, 64, 65, 66, 67, 71, 72, 73, 74, 84, 91, 93};

    static List<PresetFile> presets() {
        return new PresetLibrary(new PresetReader(Stage.CATALOG), Path.of("nobody's")).list().value();
    }

    @ParameterizedTest @MethodSource("presets") void thePeriodsDoNotChangeABit(PresetFile preset) {
        float[] regular = play(preset, () -> 64);
        assertTrue(Stage.rms(regular, 0, FRAMES) > 0.003, "it sounds");
        assertArrayEquals(regular, play(preset, () -> 1_000), "periods of 1,000 frames");
        RandomGenerator random = new SplittableRandom(11);
        assertArrayEquals(regular, play(preset, () -> 1 + random.nextInt(random.nextBoolean() ? 16 : 4_096)), "random periods");
    }

    private static float[] play(PresetFile preset, IntSupplier periods) {
        Stage stage = new Stage();
        stage.offer(preset.text());
        perform(stage, new SplittableRandom(5));
        float[] whole = new float[FRAMES];
        for (int done = 0; done < FRAMES;) {
            int frames = Math.min(FRAMES - done, periods.getAsInt());
            System.arraycopy(stage.left(frames), 0, whole, done, frames);
            done += frames;
        }
        return whole;
    }

    @Test void whatWaitedForAPatchBeginsOnceInAnyPeriods() {
        float[] regular = bendAfterACommit(64), cut = bendAfterACommit(29);
        assertTrue(Stage.rms(regular, 0, regular.length) > 0.003, "it sounds");
        assertArrayEquals(regular, cut);
    }

    /** A bend that was sent right after a change is late when its patch takes over. The held key of the patch before it bends as well. */
    private static float[] bendAfterACommit(int period) {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, 57).left(6_400);
        stage.engine.schedule(6_410, new Selection.Commit(0, 1));
        stage.engine.schedule(6_410, new Gesture.PitchBend(0, 0, 0.5f));
        stage.offer(new SwapRequest(1, 0, 0, 0, 1, Optional.empty()), Stage.TONE.replace("Tone", "Other"));
        float[] whole = new float[58 * 64];
        for (int done = 0; done < whole.length;) {
            int frames = Math.min(whole.length - done, period);
            System.arraycopy(stage.left(frames), 0, whole, done, frames);
            done += frames;
        }
        return whole;
    }

    private static void perform(Stage stage, RandomGenerator random) {
        for (int i = 0; i < NOTES; i++) {
            long frame = random.nextInt(FRAMES);
            int key = 30 + random.nextInt(60);
            stage.strike(frame, key, 1 - random.nextFloat()).lift(frame + random.nextInt(8_000), key);
        }
        for (int i = 0; i < MOVES; i++) {
            stage.engine.schedule(random.nextInt(FRAMES), move(random, i % 10));
        }
        stage.engine.schedule(FRAMES / 2 + 7, new Setting.VoiceMode(0, 0, true));
        stage.engine.schedule(FRAMES / 2 + 1_501, new Setting.VoiceMode(0, 0, false));
        stage.engine.schedule(FRAMES * 3 / 4 + 13, new Release.AllSoundOff(0, 0));
        stage.engine.schedule(FRAMES * 7 / 8 + 29, new Release.ResetControllers(0, 0));
    }

    private static Command move(RandomGenerator random, int kind) {
        float value = random.nextFloat();
        return switch (kind) {
            case 0 -> new Gesture.PitchBend(0, 0, 2 * value - 1);
            case 1 -> new Gesture.ChannelPressure(0, 0, value);
            case 2 -> new Gesture.PolyPressure(0, 0, 30 + random.nextInt(60), value);
            case 3 -> new Transport.Tempo(0, 60 + 120 * value);
            case 4 -> new Transport.SongPosition(0, 16 * value);
            case 5 -> new Setting.MasterVolume(0, 0.5f + value / 2);
            default -> new Gesture.Controller(0, 0, CONTROLLERS[random.nextInt(CONTROLLERS.length)], 0.2f + 0.8f * value);
        };
    }
}
