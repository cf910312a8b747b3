package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.EngineWarmup;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.midi.command.ParameterChange;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to the ports of a patch from outside. */
class ParameterTest {
    private static final int LATER = 4_800;
    private static final String LEVEL = """
            chronus: 1
            name: Level
            modules:
              osc:   {type: sine}
              level: {type: vca, gain: 0.5}
              env:   {type: adsr, attack: 1 ms, release: 5 ms}
              amp:   {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain]
            mix:
              modules: {last: {type: vca, gain: 1}}
              cables: [voices -> last -> out]
            """;
    /** Two octaves, each with a level. */
    private static final String LAYERS = """
            chronus: 1
            name: Layers
            parts:
              low:
                modules: {osc: {type: sine, tune: -12 st}, level: {type: vca, gain: 0.5}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain]
              high:
                modules: {osc: {type: sine}, level: {type: vca, gain: 0.5}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain]
            """;

    private final Stage stage = new Stage();

    private void write(long frame, String name, float value) {
        stage.engine.schedule(frame, new ParameterChange.SetParameter(0, stage.engine.parameters().find(name).orElseThrow(), value));
    }

    /** The level of the next note, as a multiple of what it is in the preset. */
    private double level(int key) {
        long now = stage.engine.position();
        float[] sound = stage.press(now, 69).lift(now + LATER, 69).left(4 * LATER);
        return Stage.tone(sound, LATER / 2, LATER, key) / (0.125 * Math.pow(100 / 127.0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"level.gain", "voices/level.gain", "last.gain", "mix/last.gain"})
    void aWrittenValueIsHeard(String name) {
        stage.offer(LEVEL);
        write(0, name, name.contains("last") ? 0.5f : 0.25f);
        assertEquals(0.5, level(69), 0.01);
    }

    @Test void itIsReachedInTheSmoothingTimeOfThePortWithoutAStep() {
        stage.offer(LEVEL);
        stage.press(0, 69);
        write(2 * LATER, "level.gain", 1);
        float[] sound = stage.left(4 * LATER);
        assertTrue(Stage.steepest(sound, 2 * LATER - 240, 2 * LATER + 480) < 1.05 * Stage.steepest(sound, 3 * LATER, 4 * LATER), "no step");
        assertEquals(2, Stage.tone(sound, 3 * LATER, 4 * LATER, 69) / Stage.tone(sound, LATER, 2 * LATER, 69), 0.01);
    }

    private int number(String name) {
        return stage.engine.parameters().find(name).orElseThrow();
    }

    private void turn(float from, float to, boolean picksUp) {
        stage.engine.schedule(stage.engine.position(), new ParameterChange.Turn(0, number("level.gain"), from, to, picksUp));
    }

    /** The range of a gain is 0 to 8: at 0.5 it is a sixteenth of the way. */
    @Test void aKnobGoesThroughTheWholeRange() {
        stage.offer(LEVEL);
        turn(0, 1 / 8f, false);
        assertEquals(2, level(69), 0.02);
        turn(1 / 8f, 1 / 32f, false);
        assertEquals(0.5, level(69), 0.01);
    }

    @Test void aKnobThatPicksUpWaitsUntilItHasComeToTheValue() {
        stage.offer(LEVEL);
        turn(0.9f, 0.8f, true);
        assertEquals(1, level(69), 0.01);
        turn(0.8f, 1 / 32f, true);
        assertEquals(0.5, level(69), 0.01, "it has passed the value");
        turn(1 / 32f, 1 / 8f, true);
        assertEquals(2, level(69), 0.02, "and has hold of it now");
    }

    @Test void anEndlessKnobMovesFromWhereTheValueIsAndStopsAtTheEnds() {
        stage.offer(LEVEL);
        for (int i = 0; i < 2; i++) {
            stage.engine.schedule(stage.engine.position(), new ParameterChange.Nudge(0, number("level.gain"), 1 / 32f));
        }
        assertEquals(2, level(69), 0.02);
        stage.engine.schedule(stage.engine.position(), new ParameterChange.Nudge(0, number("level.gain"), -1));
        assertEquals(0, level(69), 1e-3);
    }

    @Test void aKnobThatTurnsWhileAPatchIsMadeReadyReachesIt() {
        stage.offer(LEVEL);
        stage.left(64);
        SwapReport asked = new SwapReport(SwapRequest.program(stage.engine.position(), 0, 1));
        turn(0, 1 / 32f, false);
        stage.left(64);
        stage.engine.handover().offer(stage.prime(asked, LEVEL));
        assertEquals(0.5, level(69), 0.01);
    }

    @Test void valuesBeyondTheRangeStayAtItsEnds() {
        stage.offer(LEVEL);
        write(0, "last.gain", -5);
        assertEquals(0, level(69), 1e-4);
        write(stage.engine.position(), "last.gain", Float.MAX_VALUE);
        assertTrue(level(69) > 1 && stage.engine.stats().scrubbed() == 0);
    }

    @Test void severalPartsWithOneNameAreAllSetAndOneOfThemByThePartsName() {
        stage.offer(LAYERS);
        write(0, "level.gain", 0.25f);
        assertEquals(0.5, level(69), 0.01);
        assertEquals(0.5, level(57), 0.01);
        write(stage.engine.position(), "low/level.gain", 0.5f);
        assertEquals(0.5, level(69), 0.01);
        assertEquals(1, level(57), 0.01);
    }

    @Test void aNameThatOnlyAnotherPatchKnowsIsNoError() {
        stage.offer(LAYERS);
        stage.offer(LEVEL);
        write(0, "high/osc.tune", 5);
        assertEquals(1, level(69), 0.01);
        assertTrue(stage.engine.parameters().find("nobody.has").isEmpty());
    }

    @Test void whatIsWrittenBetweenRequestAndSwapReachesTheNewPatchInItsOrder() {
        stage.offer(LEVEL);
        write(0, "level.gain", 1);
        stage.left(LATER);
        SwapReport asked = new SwapReport(SwapRequest.program(stage.engine.position(), 0, 1));
        write(stage.engine.position() + 100, "level.gain", 0.1f);
        write(stage.engine.position() + 200, "voices/level.gain", 0.25f);
        stage.left(LATER);
        stage.engine.handover().offer(stage.prime(asked, LEVEL));
        assertEquals(0.5, level(69), 0.01, "it was written while the patch was being primed");
    }

    @Test void whatWasWrittenBeforeTheRequestIsForgottenWithThePatch() {
        stage.offer(LEVEL);
        write(0, "level.gain", 1);
        stage.left(LATER);
        stage.offer(LEVEL);
        assertEquals(1, level(69), 0.01);
    }

    @Test void writesLeaveTheSameBitsAtAnyPeriods() {
        assertArrayEquals(swept(64), swept(23));
    }

    private static float[] swept(int period) {
        ParameterTest test = new ParameterTest();
        test.stage.offer(LEVEL);
        test.stage.press(0, 69);
        for (int i = 0; i < 90; i++) {
            test.write(100 * i + 7, "level.gain", i % 9 / 9f);
        }
        float[] sound = new float[9_200];
        for (int done = 0; done < sound.length; done += period) {
            System.arraycopy(test.stage.left(period), 0, sound, done, Math.min(period, sound.length - done));
        }
        return sound;
    }

    @Test void aFloodOfWritesAllocatesNothingOnTheAudioThread() throws PrimeException {
        new EngineWarmup(Stage.RATE).run();
        new KernelWarmup(new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters()), Stage.RATE, _ -> { })
                .warm(Stage.preset(LEVEL), WarmupClock.NONE);
        float[] left = new float[256], right = new float[256];
        SplittableRandom random = new SplittableRandom(1);
        long least = Allocations.least(12, () -> {
            stage.offer(LEVEL);
            for (int i = 0; i < 8_000; i++) {
                write(stage.engine.position() + 2 * i, i % 2 == 0 ? "level.gain" : "last.gain", random.nextFloat());
            }
            stage.press(stage.engine.position(), 60).lift(stage.engine.position() + 12_000, 60);
        }, () -> {
            for (int i = 0; i < 64; i++) {
                stage.engine.render(left, right, 256);
            }
        });
        assertEquals(0, stage.engine.refused());
        assertEquals(0, least, "bytes allocated in the best of twelve rounds");
    }
}
