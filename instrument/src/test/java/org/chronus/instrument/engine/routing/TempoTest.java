package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in beats follows the tempo outside. */
class TempoTest {
    private static final int RATE = Stage.RATE, SETTLED = 28_800, CLICK = 480;
    /** A key is a click of 10 ms; half a beat later comes its echo, alone. */
    private static final String ECHO = """
            chronus: 1
            name: Echo
            tempo: 120 bpm
            modules: {amp: {type: vca, gain: 1}}
            cables: [note.gate * 0.5 -> amp -> out]
            mix:
              modules: {echo: {type: delay, time: 0.5 beat, feedback: 0, mix: 1, tone: 20 kHz}}
              cables: [voices -> echo -> out]
            controllers: {91: {to: echo.time, range: [0.25 beat, 1 beat]}, 92: {to: echo.time, range: [10 ms, 1 s]}}
            """;
    /** A key is what a saw says, that begins anew with each beat. */
    private static final String SAW = """
            chronus: 1
            name: Saw
            silent: yes
            tempo: 60 bpm
            modules:
              wave: {type: lfo, shape: saw, rate: 1 beat, per: patch}
              amp: {type: vca}
            cables: [wave * 0.25 -> amp -> out, note.gate -> amp.gain]
            """;

    private final Stage stage = new Stage();

    private TempoTest tempo(double beatsPerMinute) {
        stage.engine.schedule(stage.engine.position(), new Transport.Tempo(0, (float) beatsPerMinute));
        return this;
    }

    private TempoTest settle() {
        stage.left(SETTLED);
        return this;
    }

    /** Seconds from a click to its echo. */
    private double echo() {
        long now = stage.engine.position();
        float[] sound = stage.press(now, 60).lift(now + CLICK, 60).left(2 * RATE);
        int first = 0;
        while (Math.abs(sound[first]) < 0.05) {
            first++;
        }
        return first / (double) RATE;
    }

    private void echoes(double seconds) {
        assertEquals(seconds, echo(), 0.0005);
    }

    @Test void anEchoFollowsTheTempo() {
        stage.offer(ECHO);
        echoes(0.25);
        tempo(90).settle().echoes(1 / 3.0);
        tempo(180).settle().echoes(1 / 6.0);
        tempo(120).settle().echoes(0.25);
    }

    @Test void anEchoInSecondsStays() {
        stage.offer(ECHO.replace("0.5 beat", "0.25 s"));
        tempo(60).settle().echoes(0.25);
    }

    @Test void thePresetsOwnTempoChangesNoBit() {
        Stage other = new Stage();
        stage.offer(ECHO);
        other.offer(ECHO);
        tempo(120);
        assertArrayEquals(other.press(0, 60).lift(CLICK, 60).left(RATE), stage.press(0, 60).lift(CLICK, 60).left(RATE));
    }

    @Test void theSameBitsComeForAnyPeriods() {
        Stage other = new Stage();
        stage.offer(SAW);
        other.offer(SAW);
        float[] whole = play(stage, 64), pieces = play(other, 37);
        assertTrue(Stage.rms(whole, 0, RATE) > 0.02);
        assertArrayEquals(whole, pieces);
    }

    private static float[] play(Stage stage, int period) {
        stage.press(0, 60);
        stage.engine.schedule(4_001, new Transport.Tempo(0, 140));
        stage.engine.schedule(9_007, new Transport.SongPosition(0, 0.25));
        stage.engine.schedule(30_003, new Transport.Tempo(0, 75));
        float[] sound = new float[RATE];
        for (int done = 0; done < RATE; done += period) {
            System.arraycopy(stage.left(period), 0, sound, done, Math.min(period, RATE - done));
        }
        return sound;
    }

    @ParameterizedTest
    @CsvSource({"0, 0.25", "1, 1"})
    void aControllersRangeInBeatsFollows(float position, double beats) {
        stage.offer(ECHO);
        tempo(90);
        stage.move(0, 91, position).left(SETTLED);
        echoes(beats / 1.5);
        tempo(100).settle().echoes(beats * 0.6);
    }

    @Test void aControllerInSecondsTakesThePortFromTheTempo() {
        stage.offer(ECHO);
        stage.move(0, 92, 0.5f).left(SETTLED);
        tempo(90).settle().echoes(0.1);
        stage.move(stage.engine.position(), 91, 1);
        settle().echoes(1 / 1.5);
    }

    @Test void theNextPresetTakesOverTheTempoWhileThereIsOne() {
        stage.offer(ECHO);
        tempo(90).settle();
        stage.offer(ECHO);
        settle().echoes(1 / 3.0);
        stage.engine.schedule(stage.engine.position(), new Transport.OwnTempo(0));
        settle().echoes(1 / 3.0);
        stage.offer(ECHO);
        settle().echoes(0.25);
    }

    @Test void whatIsBeyondThePortStaysAtItsEnd() {
        stage.offer(ECHO.replace("0.5 beat", "8 beat") + "silent: yes\n");
        long now = tempo(10).settle().stage.engine.position();
        float[] sound = stage.press(now, 60).lift(now + CLICK, 60).left(5 * RATE);
        assertTrue(Stage.rms(sound, 4 * RATE - 10, 4 * RATE + CLICK) > 0.1, "four seconds, which is the longest");
    }

    /** Frames from one fall of the saw to the next. */
    private int cycle() {
        float[] sound = stage.left(4 * RATE);
        int first = fall(sound, 1);
        return fall(sound, first + 1) - first;
    }

    private static int fall(float[] sound, int from) {
        int i = from;
        while (sound[i] - sound[i - 1] > -0.1) {
            i++;
        }
        return i;
    }

    @Test void aPatchThatTakesOverInASongFindsItsPlace() {
        stage.offer(SAW);
        stage.engine.schedule(0, new Transport.SongPosition(0, 0));
        tempo(60).stage.left(20_000);
        stage.offer(SAW.replace("Saw", "Other"));
        float[] sound = stage.press(20_064, 60).left(2 * RATE);
        assertEquals(RATE - 20_000, fall(sound, 200), 2, "on the beat of the song");
    }

    @Test void aRateInBeatsFollows() {
        stage.offer(SAW);
        stage.press(0, 60).left(64);
        assertEquals(RATE, cycle(), 2);
        tempo(90).settle();
        assertEquals(RATE / 1.5, cycle(), 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 3.75, 100.5})
    void aSharedWaveFindsItsPlaceInTheSong(double beats) {
        stage.offer(SAW);
        tempo(90);
        stage.press(0, 60).left(12_345);
        stage.engine.schedule(stage.engine.position(), new Transport.SongPosition(0, beats));
        float[] sound = stage.left(RATE);
        double left = (1 - beats % 1) * RATE / 1.5;
        assertEquals(left, fall(sound, 100), 20);
    }

    @Test void aFreeWaveIsLeftAlone() {
        stage.offer(SAW.replace("1 beat", "1 Hz"));
        stage.press(0, 60).left(12_000);
        stage.engine.schedule(stage.engine.position(), new Transport.SongPosition(0, 0));
        assertEquals(RATE - 12_000, fall(stage.left(RATE), 100), 20);
    }

    /** A tone through an echo of one beat, under a clock that is up to 2 ms early or late: from the fifth beat on. */
    @ParameterizedTest
    @ValueSource(ints = {60, 120, 175})
    void aClocksJitterIsNotHeard(int tempo) {
        stage.offer("tempo: " + (tempo + 7) + "\n" + Stage.TONE
                + "mix: {modules: {echo: {type: delay, time: 1 beat, feedback: 0, mix: 1, tone: 20 kHz}}, cables: [voices -> echo -> out]}\n");
        SplittableRandom random = new SplittableRandom(tempo);
        MidiDecoder decoder = new MidiDecoder(0, VelocityCurve.LINEAR, event -> stage.engine.schedule(Math.round(event.nanos() * 1e-9 * RATE),
                event.command()));
        for (int tick = 0; tick < 64 * 24; tick++) {
            decoder.decode(Math.round(1e9 * (tick * 60.0 / tempo / 24 + 0.01 + random.nextDouble(-0.002, 0.002))), new byte[] {(byte) 0xF8}, 0, 1);
        }
        stage.press(0, 69).left(5 * 60 * RATE / tempo);
        double worst = 0;
        float[] sound = stage.left(40 * 60 * RATE / tempo);
        for (int at = 0; at + 2 * CLICK < sound.length; at += CLICK) {
            worst = Math.max(worst, Math.abs(cents(sound, at)));
        }
        assertTrue(worst < 4, worst + " cents");
    }

    /** How far the tone is from A4, from 10 ms to the next, by its phase. */
    private static double cents(float[] sound, int at) {
        double turn = (phase(sound, at + CLICK) - phase(sound, at)) / (2 * Math.PI);
        turn -= Math.rint(turn);
        return 1_200 * Math.log(1 + turn / (440.0 * CLICK / RATE)) / Math.log(2);
    }

    private static double phase(float[] sound, int from) {
        double re = 0, im = 0;
        for (int i = from; i < from + CLICK; i++) {
            re += sound[i] * Math.cos(2 * Math.PI * 440 * i / RATE);
            im -= sound[i] * Math.sin(2 * Math.PI * 440 * i / RATE);
        }
        return Math.atan2(im, re);
    }
}
