package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;

class EngineTest {
    /** Everything that has a memory: glide, random, feedback, a shared wave, effects. */
    private static final String RICH = """
            chronus: 1
            name: Rich
            voices: {count: 6, glide: 40 ms}
            modules:
              osc:    {type: saw}
              noise:  {type: white}
              vib:    {type: lfo, rate: 5 Hz, per: patch}
              env:    {type: adsr, attack: 2 ms, decay: 80 ms, sustain: 0.5, release: 60 ms}
              loop:   {type: feedback}
              filter: {type: ladder, cutoff: 900 Hz, resonance: 0.4}
              amp:    {type: vca}
              pan:    {type: pan}
            cables:
              - osc * 0.3, noise * 0.05, loop * 0.2 -> filter -> amp -> pan -> out
              - amp -> loop
              - env -> amp.gain
              - env * note.velocity * 2 oct -> filter.cutoff
              - vib * cc.1 * 40 ct -> note.pitch
              - note.random * 1.6 -> pan.pan
            mix:
              modules: {echo: {type: delay, time: 90 ms, feedback: 0.4, mix: 0.3}}
              cables: [voices -> echo -> out]
            controllers: {74: {to: filter.cutoff}}
            """;
    private static final int FRAMES = 24_000;

    private static float[] performance(RandomGenerator periods) {
        Stage stage = new Stage();
        stage.offer(RICH);
        RandomGenerator random = new java.util.SplittableRandom(7);
        for (int i = 0; i < 150; i++) {
            long frame = random.nextInt(FRAMES);
            int key = 40 + random.nextInt(30);
            stage.press(frame, key).lift(frame + random.nextInt(4_000), key).move(random.nextInt(FRAMES), i % 2 == 0 ? 1 : 74, random.nextFloat());
            stage.engine.schedule(random.nextInt(FRAMES), new Gesture.PitchBend(0, 0, random.nextFloat() - 0.5f));
        }
        float[] whole = new float[FRAMES];
        for (int done = 0; done < FRAMES;) {
            int frames = Math.min(FRAMES - done, periods == null ? 64 : 1 + periods.nextInt(periods.nextBoolean() ? 16 : 4_096));
            System.arraycopy(stage.left(frames), 0, whole, done, frames);
            done += frames;
        }
        return whole;
    }

    @Test void theSameBitsComeOutForAnyPeriods() {
        float[] regular = performance(null);
        assertTrue(Stage.rms(regular, 0, FRAMES) > 0.01, "it sounds");
        for (int seed = 1; seed <= 4; seed++) {
            assertArrayEquals(regular, performance(new java.util.SplittableRandom(seed)), "periods of seed " + seed);
        }
    }

    @Test void aNoteBeginsAtItsOwnFrame() {
        for (int frame : new int[] {0, 1, 63, 64, 100, 1_000}) {
            Stage stage = new Stage();
            stage.offer(Stage.TONE);
            float[] sound = stage.press(frame, 69).left(2_000);
            assertEquals(0, Stage.rms(sound, 0, Math.max(1, frame)), "before frame " + frame);
            int first = 0;
            while (sound[first] == 0) {
                first++;
            }
            assertTrue(first - frame <= 2, "note at " + frame + ", sound at " + first);
        }
    }

    @Test void controllersWaitForTheNextSixteenthFrameAndTheLastOneWins() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        float[] late = stage.press(0, 69).move(4_801, 7, 1).move(4_815, 7, 0.2f).left(9_600);
        Stage other = new Stage();
        other.offer(Stage.TONE);
        assertArrayEquals(other.press(0, 69).move(4_816, 7, 0.2f).left(9_600), late);
    }

    @Test void theHoldPedalHolds() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        float[] sound = stage.press(0, 69).move(100, 64, 1).lift(4_800, 69).move(24_000, 64, 0).left(48_000);
        assertEquals(Stage.rms(sound, 2_400, 4_800), Stage.rms(sound, 21_600, 24_000), 1e-3, "held by the pedal");
        assertTrue(Stage.rms(sound, 40_000, 48_000) < 1e-5, "released with it");
    }

    @Test void noKeyHangsHoweverTheyAreStruck() {
        Stage stage = new Stage();
        stage.offer(RICH.replace("count: 6", "count: 3"));
        var random = new java.util.SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            int key = 60 + random.nextInt(8);
            if (random.nextBoolean()) {
                stage.press(random.nextInt(40_000), key);
            } else {
                stage.lift(random.nextInt(40_000), key);
            }
        }
        for (int key = 60; key < 68; key++) {
            stage.lift(40_001, key);
        }
        stage.left(48_000 * 8);
        assertTrue(stage.engine.isSilent(), "all keys are up and nothing sounds");
    }

    @Test void aNoteOffThatFindsNoRoomReleasesItsSource() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, 69).left(64);
        for (int i = 0; i < 40_000; i++) {
            stage.move(48_000, 1, 0);
        }
        stage.lift(64, 69);
        float[] unused = new float[64];
        stage.engine.process(unused, new float[64], 64);
        assertTrue(stage.engine.refused() > 20_000, "there was no room");
        stage.left(48_000 + 64);
        stage.engine.process(unused, new float[64], 64);
        assertTrue(Stage.rms(stage.left(24_000), 19_200, 24_000) < 1e-5, "the key does not hang");
    }

    @Test void allSoundOffSilencesWithinFiveMillisecondsWithoutAPop() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, 69);
        stage.engine.schedule(9_600, new Release.AllSoundOff(0, 0));
        float[] sound = stage.left(19_200);
        assertTrue(Stage.steepest(sound, 9_600, 9_900) <= 1.5 * Stage.steepest(sound, 4_800, 9_600), "no step");
        assertTrue(Stage.rms(sound, 10_500, 11_500) < 1e-4, "silent");
    }

    @Test void allocatesNothingOnceWarmWithNotesControllersAndSwaps() throws PrimeException {
        Stage stage = new Stage();
        new KernelWarmup(new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters()), Stage.RATE, _ -> { })
                .warm(Stage.preset(RICH), WarmupClock.NONE);
        float[] left = new float[256], right = new float[256];
        long least = Allocations.least(12, () -> {
            stage.offer(RICH);
            long at = stage.engine.position();
            for (int i = 0; i < 40; i++) {
                stage.press(at + 137 * i, 50 + i % 9).lift(at + 137 * i + 900, 50 + i % 9).move(at + 61 * i, 74, i / 40f);
            }
        }, () -> {
            for (int i = 0; i < 60; i++) {
                stage.engine.render(left, right, 256);
            }
        });
        assertEquals(0, least, "bytes allocated in the best of twelve rounds");
    }
}
