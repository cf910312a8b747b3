package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import org.chronus.midi.Command;
import org.chronus.midi.Ending;
import org.chronus.midi.Gesture;
import org.chronus.midi.Setting;
import org.chronus.modules.testkit.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones of MIDI Polyphonic Expression: what is said on a member channel is for the notes that are down there. */
class MpeTest {
    private static final int LATER = 9_600;
    private static final double FULL = 0.25 * Math.pow(100 / 127.0, 2);
    /** Half as loud as it can be; pressed or brighter it is louder, darker it is softer. */
    private static final String TOUCHED = """
            chronus: 1
            name: Touched
            modules:
              osc:   {type: sine}
              level: {type: vca, gain: 0.5}
              env:   {type: adsr, attack: 1 ms, release: 0.5 s}
              amp:   {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain, note.pressure * 0.5 -> level.gain, note.timbre * 0.25 -> level.gain]
            """;

    private final Stage stage = new Stage();

    private MpeTest send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    private MpeTest lowerZone() {
        return send(new Setting.MpeZone(0, 0, 15));
    }

    private MpeTest press(int channel, int key) {
        return send(new Gesture.NoteOn(0, channel, key, 1));
    }

    private MpeTest lift(int channel, int key) {
        return send(new Gesture.NoteOff(0, channel, key, 0.5f));
    }

    /** By semitones, of 48. */
    private MpeTest bend(int channel, double semitones) {
        return send(new Gesture.PitchBend(0, channel, (float) (semitones / 48)));
    }

    private MpeTest pressure(int channel, float amount) {
        return send(new Gesture.ChannelPressure(0, channel, amount));
    }

    private MpeTest controller(int channel, int number, int value) {
        return send(new Gesture.Controller(0, channel, number, value / 127f));
    }

    private MpeTest wait(int frames) {
        stage.left(frames);
        return this;
    }

    /** The loudness of keys once all has settled, 1 for a note at its loudest. */
    private double[] heard(int... keys) {
        stage.left(LATER / 4);
        float[] sound = stage.left(LATER);
        double[] levels = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            levels[i] = Stage.tone(sound, 0, LATER, keys[i]) / FULL;
        }
        return levels;
    }

    private void expect(int key, double level) {
        assertEquals(level, heard(key)[0], 0.02, "key " + key);
    }

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

    @Test void withoutAZoneABendIsForAll() {
        stage.offer(TOUCHED);
        press(1, 60).press(2, 67).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5, 0, 0}, heard(62, 69, 60, 67), 0.03);
    }

    @Test void pressureAndTimbreOfAChannelAreForItsNoteAlone() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).press(3, 74).pressure(1, 0.5f).controller(2, 74, 127).controller(3, 74, 0);
        assertArrayEquals(new double[] {0.75, 0.75, 0.25}, heard(60, 67, 74), 0.02);
        controller(2, 74, 64);
        expect(67, 0.5);
    }

    @Test void theManagersBendAddsAndIsThatOfThePreset() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).bend(1, 5).send(new Gesture.PitchBend(0, 0, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(67, 69), 0.02);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.8, 0.9", "0.8, 0.2, 0.9"})
    void ofMemberAndManagerTheHarderPressureCounts(float member, float manager, double level) {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).pressure(1, member).pressure(0, manager);
        expect(60, level);
    }

    @Test void theManagersTimbreAdds() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).controller(1, 74, 127).controller(0, 74, 32);
        assertArrayEquals(new double[] {0.625, 0.375}, heard(60, 67), 0.02);
    }

    @Test void bendRangeOnAnyMemberIsForAllOfThemAndTheManagersForTheManager() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).press(2, 67).send(new Setting.BendRange(0, 5, 12)).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(72, 67), 0.02);
        send(new Setting.BendRange(0, 0, 7)).send(new Gesture.PitchBend(0, 0, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(79, 74), 0.02);
        send(new Setting.BendRange(0, 1, 24));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(91, 74), 0.02);
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

    @Test void pedalsAreTheManagersAndOnAMemberNothing() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).controller(1, 64, 127).controller(1, 7, 0).wait(64).lift(1, 60).wait(100_000);
        assertEquals(0, stage.engine.voices());
        controller(0, 64, 127).press(3, 60).wait(64).lift(3, 60);
        expect(60, 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 123})
    void theManagersModeMessagesAreForTheZone(int number) {
        stage.offer(TOUCHED);
        send(new Setting.MpeZone(0, 0, 3)).press(1, 60).press(3, 64).press(4, 67).wait(LATER);
        send(number == 120 ? new Ending.AllSoundOff(0, 0) : new Ending.AllNotesOff(0, 0)).wait(100_000);
        assertEquals(1, stage.engine.voices());
        expect(67, 0.5);
    }

    @Test void resettingTheManagerResetsTheMembers() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).bend(1, 5).pressure(1, 1).wait(LATER).send(new Ending.ResetControllers(0, 0));
        expect(60, 0.5);
        press(1, 72);
        expect(72, 0.5);
    }

    @Test void aMemberPlaysWhatListensToTheManager() {
        String section = TOUCHED.substring(TOUCHED.indexOf("modules:")).indent(4);
        stage.offer("chronus: 1\nname: Two\nparts:\n  low:\n    channel: 1\n" + section + "  high:\n    channel: 16\n    transpose: 12 st\n" + section);
        send(new Setting.MpeZone(0, 0, 4)).send(new Setting.MpeZone(0, 15, 4)).press(2, 60).press(13, 67).bend(13, 1)
                .send(new Gesture.PitchBend(0, 0, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(62, 80), 0.02);
    }

    @Test void theTenthChannelSoundsAsAMemberAndTheManagersMaskIsForAll() {
        Stage drumless = new Stage(new Engine(Stage.RATE, 0xFFFF & ~(1 << 9), 0, null));
        drumless.offer(TOUCHED);
        drumless.engine.schedule(0, new Gesture.NoteOn(0, 9, 60, 1));
        drumless.left(LATER);
        assertEquals(0, drumless.engine.voices());
        drumless.engine.schedule(drumless.engine.position(), new Setting.MpeZone(0, 0, 15));
        drumless.engine.schedule(drumless.engine.position(), new Gesture.NoteOn(0, 9, 60, 1));
        drumless.left(LATER);
        assertEquals(1, drumless.engine.voices());
        Stage other = new Stage(new Engine(Stage.RATE, 0xFFFE, 0, null));
        other.offer(TOUCHED);
        other.engine.schedule(0, new Setting.MpeZone(0, 0, 15));
        other.engine.schedule(0, new Gesture.NoteOn(0, 9, 60, 1));
        other.left(LATER);
        assertEquals(0, other.engine.voices(), "the manager is not heard");
    }

    @Test void aZoneThatEndsLetsGoOfItsNotesAndItsChannelsAreOrdinaryAgain() {
        stage.offer(TOUCHED);
        lowerZone().controller(0, 64, 127).press(1, 60).wait(LATER).send(new Setting.MpeZone(0, 0, 0)).wait(100_000);
        assertEquals(0, stage.engine.voices());
        press(1, 60).press(2, 67).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(62, 69), 0.02);
    }

    @Test void aZoneSaidAgainKeepsItsNotes() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).bend(1, 5).wait(LATER);
        lowerZone();
        expect(65, 0.5);
    }

    @Test void aBendThatComesAtTheFrameOfTheZoneIsForItsNote() {
        stage.offer(TOUCHED);
        lowerZone().bend(1, 12).press(1, 60).press(2, 67);
        assertArrayEquals(new double[] {0.5, 0.5}, heard(72, 67), 0.02);
    }

    @Test void aSourceThatLeavesTakesItsZonesAndOneThatOverflowedKeepsThem() {
        stage.offer(TOUCHED);
        lowerZone().send(new Ending.ReleaseSource(0, false)).wait(64).press(1, 60).press(2, 67).bend(1, 5);
        assertArrayEquals(new double[] {0.5, 0.5}, heard(65, 67), 0.02);
        send(new Ending.ReleaseSource(0)).wait(100_000).press(1, 60).press(2, 67).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(62, 69), 0.02);
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
        stage.offer(TOUCHED.replace("note.timbre * 0.25 -> level.gain", "note.octave * 0.1 -> level.gain").replace("osc * 0.25 ->", "note.gate * 0.25 ->")
                .replace("cables:", "voices: {mode: legato, glide: 50 ms}\ncables:"));
        lowerZone().bend(1, 12).press(1, 60).wait(LATER).press(2, 60);
        float[] sound = stage.left(LATER);
        assertTrue(Stage.steepest(sound, 1, LATER) < 0.1 * 0.1 * FULL, "an octave is 0.1: no step");
    }

    @Test void allocatesNothingOnceWarmWithFingersOnEveryChannel() throws PrimeException {
        new Warmth(Stage.CATALOG, new Primer(Stage.CATALOG, Stage.RATE, stage.engine.pedals(), stage.engine.parameters()), Stage.RATE)
                .warm(Stage.preset(TOUCHED), new Swap(0, 0, 0));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] left = new float[256], right = new float[256];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            stage.offer(TOUCHED);
            lowerZone();
            play(stage.engine.position());
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 60; i++) {
                stage.engine.render(left, right, 256);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
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
        test.lowerZone().play(0);
        float[] sound = new float[period * (9_600 / period)];
        for (int done = 0; done < sound.length; done += period) {
            System.arraycopy(test.stage.left(period), 0, sound, done, period);
        }
        return java.util.Arrays.copyOf(sound, 9_000);
    }
}
