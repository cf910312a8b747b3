package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones of MIDI Polyphonic Expression: what their managers say, how they begin and how they end. */
class MpeZoneTest extends MpeSession {
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
        send(number == 120 ? new Release.AllSoundOff(0, 0) : new Release.AllNotesOff(0, 0)).wait(100_000);
        assertEquals(1, stage.engine.voices());
        expect(67, 0.5);
    }

    @Test void resettingTheManagerResetsTheMembers() {
        stage.offer(TOUCHED);
        lowerZone().press(1, 60).bend(1, 5).pressure(1, 1).wait(LATER).send(new Release.ResetControllers(0, 0));
        expect(60, 0.5);
        press(1, 72);
        expect(72, 0.5);
    }

    @Test void aMemberPlaysWhatListensToTheManager() {
        String section = TOUCHED.substring(TOUCHED.indexOf("modules:")).indent(4);
        stage.offer("chronus: 1\nname: Two\nparts:\n  low:\n    channel: 1\n" + section
                + "  high:\n    channel: 16\n    transpose: 12 st\n" + section);
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
        assertArrayEquals(new double[] {0.5, 0.5}, heard(62, 67), 0.02);
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
        lowerZone().send(new Release.ReleaseSource(0, false)).wait(64).press(1, 60).press(2, 67).bend(1, 5);
        assertArrayEquals(new double[] {0.5, 0.5}, heard(65, 67), 0.02);
        send(new Release.ReleaseSource(0)).wait(100_000).press(1, 60).press(2, 67).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, heard(62, 67), 0.02);
    }
}
