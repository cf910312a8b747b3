package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.testkit.Allocations;
import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MIDI Polyphonic Expression: what is said on a member channel is for the notes that are down there. */
class MpeTest extends MpeSession {
    @Test void theBendOfAChannelIsForItsNoteAlone() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).bend(1, 24);
        stage.left(LATER / 4);
        Spectrum spectrum = Spectrum.of(stage.left(32_768), Stage.RATE);
        assertEquals(0.5 * FULL, spectrum.amplitudeNear(hertz(84)), 0.01 * FULL, "two octaves up");
        assertEquals(0.5 * FULL, spectrum.amplitudeNear(hertz(67)), 0.01 * FULL, "where it was");
        assertEquals(0, spectrum.amplitudeNear(hertz(60)), 0.01 * FULL);
    }

    private static double hertz(int key) {
        return 440 * Math.pow(2, (key - 69) / 12.0);
    }

    @Test void withoutAZoneABendIsForAllNotesOfItsChannelByTheRangeOfThePreset() {
        stage.offer(TOUCHED);
        press(1, 60).press(1, 66).press(2, 73).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0, 0, 0}, heard(62, 68, 73, 60, 66, 75), 0.03);
    }

    @Test void pressureAndTimbreOfAChannelAreForItsNoteAlone() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).press(3, 74).pressure(1, 0.5f).controller(2, 74, 127).controller(3, 74, 0);
        assertArrayEquals(new double[] {0.75, 0.75, 0.25}, heard(60, 67, 74), 0.02);
        controller(2, 74, 64);
        expect(67, 0.5);
    }

    @Test void aNoteBeginsAtOnceWhereItsChannelIs() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).pressure(1, 1).wait(LATER).lift(1, 60).wait(100_000);
        long now = stage.engine.position();
        stage.engine.schedule(now + 101, new Gesture.ChannelPressure(0, 1, 0));
        stage.engine.schedule(now + 101, new Gesture.Controller(0, 1, 74, 1));
        stage.engine.schedule(now + 102, new Gesture.NoteOn(0, 1, 60, 1));
        float[] sound = stage.left(LATER);
        assertEquals(0.75 * FULL, Stage.tone(sound, 200, 400, 60), 0.05 * FULL);
        assertEquals(0.75 * FULL, Stage.tone(sound, 4_800, LATER, 60), 0.01 * FULL);
    }

    @Test void aNoteBeginsBentAndTheOneThatRingsThereStaysWhereItIs() {
        stage.offer(TOUCHED);
        lowerZone().bend(1, 3).press(1, 60).wait(LATER).lift(1, 60).bend(1, -4).press(1, 70);
        float[] sound = stage.left(2_400);
        assertTrue(Stage.tone(sound, 0, 2_400, 63) > 0.2 * FULL, "the old one at its own bend");
        assertEquals(0.5 * FULL, Stage.tone(sound, 480, 2_400, 66), 0.1 * FULL, "the new one");
        bend(1, 12);
        assertTrue(Stage.tone(stage.left(2_400), 0, 2_400, 63) > 0.1 * FULL, "the old one stays");
    }

    /** Files put what shares a tick in this order: the bend of the next note before the end of the last. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aBendAtTheFrameOfTheNoteOffIsForTheNextNote(int offGrid) {
        stage.offer(TOUCHED);
        lowerZone().bend(1, 3).press(1, 60).wait(LATER);
        long at = stage.engine.position() + offGrid;
        stage.engine.schedule(at, new Gesture.PitchBend(0, 1, -0.25f));
        stage.engine.schedule(at, new Gesture.NoteOff(0, 1, 60, 0.5f));
        float[] sound = stage.left(LATER);
        assertTrue(Stage.tone(sound, 0, 2_400, 63) > 0.2 * FULL, "it rings where it was");
        assertTrue(Stage.tone(sound, 0, LATER, 48) < 0.02 * FULL);
    }

    @Test void aNoteThatThePedalHoldsKeepsItsBendToo() {
        stage.offer(TOUCHED);
        lowerZone().bend(1, 2).press(1, 60).controller(0, 64, 127).wait(LATER).lift(1, 60).bend(1, 7);
        expect(62, 0.5);
        controller(0, 64, 0).wait(100_000);
        assertEquals(0, stage.engine.voices());
    }

    @Test void aNoteInThePatchThatRingsStillBendsAndTheNewPatchKnowsTheZone() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).wait(LATER);
        stage.offer(TOUCHED.replace("Touched", "Other"));
        wait(LATER).bend(1, 4).bend(2, -2).press(2, 70);
        assertArrayEquals(new double[] {0.5, 0.5}, heard(64, 68), 0.02);
        lift(1, 60).bend(1, 9).wait(4_800);
        assertTrue(heard(64)[0] > 0.02, "and rings out where it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "legato"})
    void aSingleVoiceBendsWithTheKeyThatItPlays(String mode) {
        stage.offer(TOUCHED + "voices: {mode: " + mode + "}\n");
        lowerZone().bend(1, 3).press(1, 60).wait(LATER).press(2, 70).bend(1, 7);
        expect(70, 0.5);
        lift(2, 70);
        expect(67, 0.5);
    }

    @Test void aGlideEndsAtTheBendOfTheNewKeyAndBeginsAtThatOfTheOld() {
        stage.offer(TOUCHED.replace("note.timbre * 0.25 -> level.gain", "note.octave * 0.1 -> level.gain")
                .replace("osc * 0.25 ->", "note.gate * 0.25 ->").replace("cables:", "voices: {mode: legato, glide: 50 ms}\ncables:"));
        lowerZone().bend(1, 12).press(1, 60).wait(LATER).press(2, 60);
        float[] sound = stage.left(LATER);
        assertTrue(Stage.steepest(sound, 1, LATER) < 0.1 * 0.1 * FULL, "an octave is 0.1: no step");
    }

    @Test void allocatesNothingOnceWarmWithFingersOnEveryChannel() throws PrimeException {
        new KernelWarmup(new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters()), Stage.RATE, _ -> { })
                .warm(Stage.preset(TOUCHED), WarmupClock.NONE);
        float[] left = new float[256], right = new float[256];
        long least = Allocations.least(12, () -> {
            stage.offer(TOUCHED);
            lowerZone();
            play(stage.engine.position());
        }, () -> {
            for (int i = 0; i < 60; i++) {
                stage.engine.render(left, right, 256);
            }
        });
        assertEquals(0, least, "bytes allocated in the best of twelve rounds");
    }

    private void play(long at) {
        for (int i = 0; i < 120; i++) {
            int channel = 1 + i % 12;
            long frame = at + 101 * i;
            stage.engine.schedule(frame, new Gesture.PitchBend(0, channel, i % 9 / 9f));
            stage.engine.schedule(frame, new Gesture.NoteOn(0, channel, 50 + i % 20, 1));
            stage.engine.schedule(frame + 37, new Gesture.ChannelPressure(0, channel, i % 5 / 5f));
            stage.engine.schedule(frame + 55, new Gesture.PitchBend(0, channel, i % 7 / 7f));
            stage.engine.schedule(frame + 60, new Gesture.Controller(0, channel, 74, i % 3 / 3f));
            stage.engine.schedule(frame + 900, new Gesture.NoteOff(0, channel, 50 + i % 20, 0.5f));
        }
    }

    @Test void theSameBitsComeOutForAnyPeriods() {
        assertArrayEquals(inPeriods(64), inPeriods(7));
    }

    private static float[] inPeriods(int period) {
        MpeTest test = new MpeTest();
        test.stage.offer(TOUCHED);
        test.lowerZone();
        test.play(0);
        float[] sound = new float[period * (9_600 / period)];
        for (int done = 0; done < sound.length; done += period) {
            System.arraycopy(test.stage.left(period), 0, sound, done, period);
        }
        return Arrays.copyOf(sound, 9_000);
    }
}
