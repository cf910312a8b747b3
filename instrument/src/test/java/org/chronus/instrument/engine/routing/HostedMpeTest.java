package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.instrument.engine.HostedStage;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fingers on a plugin that plays a preset's notes: from the messages of MPE to what is heard. */
class HostedMpeTest {
    private static final int SECOND = Stage.RATE, SETTLED = Stage.RATE / 10;

    private final HostedStage stage = new HostedStage();

    @AfterEach void end() {
        stage.close();
    }

    private HostedMpeTest play(String type) throws PrimeException {
        stage.offer(HostedStage.instrument(type));
        return send(new Setting.MpeZone(0, 0, 15));
    }

    private HostedMpeTest send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    private HostedMpeTest press(int channel, int key) {
        return send(new Gesture.NoteOn(0, channel, key, 1));
    }

    private HostedMpeTest lift(int channel, int key) {
        return send(new Gesture.NoteOff(0, channel, key, 0.5f));
    }

    /** By semitones, of 48. */
    private HostedMpeTest bend(int channel, double semitones) {
        return send(new Gesture.PitchBend(0, channel, (float) (semitones / 48)));
    }

    private HostedMpeTest pressure(int channel, float amount) {
        return send(new Gesture.ChannelPressure(0, channel, amount));
    }

    private float[] sound() {
        stage.left(SETTLED);
        return stage.left(SECOND);
    }

    private static double cents(float[] sound, double key) {
        double first = -1, last = -1;
        int cycles = -1;
        for (int i = 1; i < sound.length; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                last = i - 1 + sound[i - 1] / (sound[i - 1] - (double) sound[i]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return 100 * (12 * Math.log(cycles * (double) SECOND / (last - first) / 440) / Math.log(2) + 69 - key);
    }

    private static double tone(float[] sound, int key) {
        return Stage.tone(sound, 0, sound.length, key);
    }

    @Test void theBendOfAFingerIsForItsNoteAloneToTheCent() throws PrimeException {
        float[] sound = play(HostedStage.SINE).press(1, 60).press(2, 67).bend(1, 14).sound();
        assertTrue(tone(sound, 74) > 0.9 * tone(sound, 67) && tone(sound, 67) > 0.1, "one up, one where it was");
        assertTrue(tone(sound, 60) < 0.01);
        assertEquals(0, cents(lift(2, 67).bend(1, 3.25).sound(), 63.25), 0.2);
    }

    @Test void aBendIsAddedToTheTuningOfTheKey() throws PrimeException {
        float[] pitches = new float[128];
        Arrays.fill(pitches, Float.NaN);
        pitches[60] = 60.37f;
        play(HostedStage.SINE).send(new Setting.KeyTuning(0, 0xFFFF, new KeyPitches(pitches), false));
        assertEquals(0, cents(press(1, 60).bend(1, 5).sound(), 65.37), 0.2);
    }

    @Test void theLevelFollowsThePressureOfTheFinger() throws PrimeException {
        float[] light = play(HostedStage.SINE).press(1, 60).press(2, 67).sound(), firm = pressure(1, 1).sound();
        assertEquals(1.5, tone(firm, 60) / tone(light, 60), 0.01);
        assertEquals(1, tone(firm, 67) / tone(light, 67), 0.01);
    }

    @Test void theThirdDimensionIsBrightnessOnceItMoves() throws PrimeException {
        float[] plain = play(HostedStage.SINE).press(1, 60).sound();
        assertTrue(tone(plain, 72) < 0.01, "nothing is said of one that rests");
        float[] bright = send(new Gesture.Controller(0, 1, 74, 1)).sound(), dark = send(new Gesture.Controller(0, 1, 74, 0)).sound();
        assertEquals(1, tone(bright, 72) / tone(plain, 60), 0.02);
        assertTrue(tone(dark, 72) < 0.01);
    }

    @Test void aNoteBeginsWhereItsFingerIs() throws PrimeException {
        play(HostedStage.SINE).bend(1, 12).pressure(1, 1).sound();
        long now = stage.engine.position();
        stage.engine.schedule(now + 101, new Gesture.NoteOn(0, 1, 57, 1));
        float[] sound = stage.left(SECOND);
        assertEquals(0, Stage.rms(sound, 0, 101), 1e-9);
        assertEquals(0, cents(Arrays.copyOfRange(sound, 101, SECOND), 69), 0.5);
        assertTrue(sound[101] > 0.9 * Arrays.stream(toDouble(sound)).max().orElseThrow(), "at its level from the first frame on");
    }

    private static double[] toDouble(float[] sound) {
        double[] all = new double[sound.length];
        Arrays.setAll(all, i -> sound[i]);
        return all;
    }

    @Test void aFingerThatIsGoneMovesNoNoteThatAPedalHolds() throws PrimeException {
        play(HostedStage.SINE).send(new Gesture.Controller(0, 0, 64, 1)).press(1, 60).bend(1, 2).sound();
        assertEquals(0, cents(lift(1, 60).bend(1, -7).sound(), 62), 0.2);
    }

    @Test void theSameWithAPluginThatKnowsMpe() throws PrimeException {
        float[] light = play(HostedStage.MPE_SINE).press(1, 60).press(2, 67).sound();
        float[] sound = bend(1, 14).pressure(2, 1).sound();
        assertEquals(1, tone(sound, 74) / tone(light, 60), 0.02);
        assertEquals(1.5, tone(sound, 67) / tone(light, 67), 0.01);
        assertEquals(0, cents(lift(2, 67).sound(), 74), 1);
    }

    @Test void plainMidiPlaysFingersOnOneChannelPressedApartAndBentTogether() throws PrimeException {
        float[] light = play(HostedStage.MIDI_SINE).press(1, 60).press(2, 67).sound();
        float[] sound = bend(1, 14).pressure(2, 1).send(new Gesture.PitchBend(0, 0, 1)).sound();
        assertEquals(1, tone(sound, 62) / tone(light, 60), 0.02, "bent by all, not by the finger");
        assertEquals(1.5, tone(sound, 69) / tone(light, 67), 0.02);
        assertEquals(0, cents(lift(2, 67).sound(), 62), 0.2);
        assertEquals(0, Stage.rms(lift(1, 60).sound(), 0, SECOND), 1e-3);
    }

    @Test void aSoundFontWithOneProgramBendsEachFinger() throws PrimeException {
        String lead = "chronus: 1\nname: Lead\ninstrument: {type: \"" + HostedStage.FONT + "\", program: 80}\n";
        stage.offer(lead);
        float[] sound = send(new Setting.MpeZone(0, 0, 15)).press(1, 60).press(9, 69).bend(1, 14).sound();
        assertTrue(tone(sound, 74) > 0.7 * tone(sound, 69), "one up");
        assertTrue(tone(sound, 69) > 0.01 && tone(sound, 60) < 0.1 * tone(sound, 69), "one where it was, also on the tenth channel");
    }

    @Test void fingersOnGeneralMidiPlayTheSoundOfTheirManager() throws PrimeException {
        String all = "chronus: 1\nname: All\ninstrument: {type: \"" + HostedStage.FONT + "\"}\n";
        stage.offer(all);
        send(new Setting.MpeZone(0, 0, 15)).send(new Selection.ChannelProgram(0, 0, 0, 80)).send(new Selection.ChannelProgram(0, 1, 0, 0));
        float[] tenth = press(9, 69).sound();
        assertTrue(tone(tenth, 69) > 0.01, "a lead, and no drum");
        float[] lead = lift(9, 69).press(1, 69).sound();
        assertEquals(1, tone(lead, 69) / tone(tenth, 69), 0.05, "the same, and no piano");
    }

    private void phrase() {
        long now = stage.engine.position();
        for (int i = 0; i < 60; i++) {
            int channel = 1 + i % 12, key = 50 + i % 20;
            long frame = now + 101 * i;
            stage.engine.schedule(frame, new Gesture.PitchBend(0, channel, i % 9 / 9f));
            stage.engine.schedule(frame, new Gesture.NoteOn(0, channel, key, 1));
            stage.engine.schedule(frame + 37, new Gesture.ChannelPressure(0, channel, i % 5 / 5f));
            stage.engine.schedule(frame + 55, new Gesture.PitchBend(0, channel, i % 7 / 7f));
            stage.engine.schedule(frame + 60, new Gesture.Controller(0, channel, 74, i % 3 / 3f));
            stage.engine.schedule(frame + 900, new Gesture.PitchBend(0, channel, 0));
            stage.engine.schedule(frame + 900 + i % 20, new Gesture.NoteOff(0, channel, key, 0.5f));
        }
    }

    private float[] inPeriods(int period) throws PrimeException {
        play(HostedStage.SINE);
        phrase();
        float[] all = new float[7 * 64 * 16];
        for (int at = 0; at < all.length; at += period) {
            System.arraycopy(stage.left(period), 0, all, at, period);
        }
        return all;
    }

    @Test void theSameBitsComeOutForAnyPeriods() throws PrimeException {
        HostedMpeTest other = new HostedMpeTest();
        try {
            assertArrayEquals(inPeriods(64), other.inPeriods(7));
        } finally {
            other.end();
        }
    }

    @Test void fingersCostNoMemory() throws PrimeException {
        play(HostedStage.SINE).press(1, 60).press(2, 67).sound();
        float[] left = new float[64], right = new float[64];
        assertEquals(0, Allocations.least(20, this::phrase, () -> {
            for (int block = 0; block < 100; block++) {
                stage.engine.render(left, right, 64);
            }
        }));
    }

    @Test void twoFingersOnOneKeyOfPlainMidiBothHoldIt() throws PrimeException {
        play(HostedStage.MIDI_SINE).press(1, 60).press(2, 60).sound();
        assertTrue(tone(lift(1, 60).sound(), 60) > 0.1);
        assertEquals(0, Stage.rms(lift(2, 60).sound(), 0, SECOND), 1e-3);
    }
}
