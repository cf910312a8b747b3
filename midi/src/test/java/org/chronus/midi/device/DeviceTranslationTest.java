package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.ChannelPressure;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Gesture.PitchBend;
import org.chronus.midi.command.Gesture.PolyPressure;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.Panic;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Selection.Step;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.Test;

class DeviceTranslationTest {
    private final List<Command> heard = new ArrayList<>();
    private final DeviceTranslation translation = new DeviceTranslation(
            new MidiDecoder(0, VelocityCurve.LINEAR, event -> heard.add(event.command())),
            new RemoteControl(0, event -> heard.add(event.command())), DeviceSettings.DEFAULT);

    @Test
    void byDefaultEverythingGoesOnAsItIs() {
        play(0x95, 60, 127);
        play(0xA5, 60, 127);
        play(0xB5, 1, 127);
        play(0xC5, 7);
        play(0xD5, 127);
        play(0xE5, 0, 64);
        play(0x85, 60, 127);
        assertEquals(List.of(new NoteOn(0, 5, 60, 1), new PolyPressure(0, 5, 60, 1), new Controller(0, 5, 1, 1), new ProgramChange(0, 5, 0, 7),
                new ChannelPressure(0, 5, 1), new PitchBend(0, 5, 0), new NoteOff(0, 5, 60, 1)), heard);
    }

    @Test
    void whatIsHeardOfADevicePlaysOnOneChannel() {
        apply(false, 0b0110, 9, 0);
        play(0x90, 60, 127);
        play(0x91, 61, 127);
        play(0xB2, 1, 127);
        play(0xC3, 7);
        assertEquals(List.of(new NoteOn(0, 9, 61, 1), new Controller(0, 9, 1, 1)), heard);
    }

    @Test
    void keysAreTransposedAndThoseBeyondTheEndsAreNotHeard() {
        apply(false, 0xFFFF, Command.ALL_CHANNELS, -12);
        play(0x90, 60, 127);
        play(0xA0, 60, 127);
        play(0x80, 60, 127);
        play(0x90, 11, 127);
        play(0x80, 11, 127);
        assertEquals(List.of(new NoteOn(0, 0, 48, 1), new PolyPressure(0, 0, 48, 1), new NoteOff(0, 0, 48, 1)), heard);
    }

    @Test
    void aKeyThatIsDownComesUpWhereItWentDownWhateverChangedMeanwhile() {
        play(0x90, 60, 127);
        apply(false, 0b0010, 5, 12);
        play(0xA0, 60, 127);
        play(0x90, 60, 0);
        assertEquals(List.of(new NoteOn(0, 0, 60, 1), new PolyPressure(0, 0, 60, 1), new NoteOff(0, 0, 60, NoteOff.USUAL_VELOCITY)), heard);
    }

    @Test
    void aKeyStruckTwiceOverAChangeLeavesNothingBehind() {
        play(0x90, 60, 127);
        apply(false, 0xFFFF, Command.ALL_CHANNELS, 12);
        play(0x90, 60, 127);
        play(0x80, 60, 127);
        assertEquals(List.of(new NoteOn(0, 0, 60, 1), new NoteOff(0, 0, 60, NoteOff.USUAL_VELOCITY), new NoteOn(0, 0, 72, 1),
                new NoteOff(0, 0, 72, 1)), heard);
    }

    @Test
    void anInvertedPedalIsDownWhenItSendsNothing() {
        apply(true, 0xFFFF, Command.ALL_CHANNELS, 0);
        for (int pedal : new int[] {64, 66, 67, 1}) {
            play(0xB0, pedal, 0);
        }
        assertEquals(List.of(new Controller(0, 0, 64, 1), new Controller(0, 0, 66, 1), new Controller(0, 0, 67, 1), new Controller(0, 0, 1, 0)),
                heard);
    }

    @Test
    void aPedalThatWasTakenTheWrongWayRoundIsPutRightAtOnceAndOneThatNeverMovedStaysUp() {
        play(0xB0, 64, 127);
        apply(true, 0xFFFF, Command.ALL_CHANNELS, 0);
        assertEquals(List.of(new Controller(0, 0, 64, 1), new Controller(0, 0, 64, 0)), heard);
    }

    @Test
    void aPedalThatIsDownComesUpOnTheChannelWhereItWentDown() {
        play(0xB0, 64, 127);
        apply(false, 0xFFFF, 5, 0);
        play(0xB0, 64, 0);
        play(0xB0, 64, 127);
        assertEquals(List.of(new Controller(0, 0, 64, 1), new Controller(0, 0, 64, 0), new Controller(0, 5, 64, 1)), heard);
    }

    @Test
    void allNotesOffReachesKeysThatWentDownElsewhere() {
        play(0x90, 60, 127);
        apply(false, 0xFFFF, 5, 0);
        play(0x90, 61, 127);
        play(0xB0, 123, 0);
        assertEquals(List.of(new NoteOn(0, 0, 60, 1), new NoteOn(0, 5, 61, 1), new NoteOff(0, 0, 60, NoteOff.USUAL_VELOCITY),
                new AllNotesOff(0, 5)), heard);
    }

    @Test
    void resettingControllersRaisesAPedalThatWentDownElsewhere() {
        play(0xB0, 64, 127);
        apply(false, 0xFFFF, 5, 0);
        play(0xB0, 121, 0);
        assertEquals(List.of(new Controller(0, 0, 64, 1), new Controller(0, 0, 64, 0), new ResetControllers(0, 5)), heard);
    }

    private static final RemoteTriggers STAGE = new RemoteTriggers(Optional.of(new Trigger(false, 66)), Optional.of(new Trigger(false, 80)),
            Optional.of(new Trigger(true, 108)));

    @Test
    void whatChangesProgramsDoesSoOnceEachTimeItGoesDownAndDoesNotSound() {
        remote(false);
        play(0xB0, 66, 127);
        play(0xB0, 66, 100);
        play(0xB3, 66, 0);
        play(0xB3, 66, 64);
        play(0xB0, 80, 63);
        play(0xB0, 80, 127);
        play(0x92, 108, 1);
        play(0xA2, 108, 90);
        play(0x92, 108, 0);
        play(0x92, 108, 9);
        play(0x82, 108, 9);
        assertEquals(List.of(new Step(0, 1), new Step(0, 1), new Step(0, -1), new Panic(0), new Panic(0)), heard);
    }

    @Test
    void anInvertedPedalChangesProgramsWhenItGoesDown() {
        remote(true);
        play(0xB0, 66, 127);
        assertEquals(List.of(), heard);
        play(0xB0, 66, 0);
        assertEquals(List.of(new Step(0, 1)), heard);
    }

    @Test
    void aKeyOrPedalThatWasDownBeforeItWasNamedComesUp() {
        play(0x90, 108, 127);
        play(0xB0, 66, 127);
        heard.clear();
        remote(false);
        play(0x80, 108, 0);
        play(0xB0, 66, 0);
        assertEquals(List.of(new NoteOff(0, 0, 108, 0), new Controller(0, 0, 66, 0)), heard);
    }

    @Test
    void modeMessagesAreNoTriggers() {
        remote(false);
        play(0xB0, 121, 0);
        assertEquals(List.of(new ResetControllers(0, 0)), heard);
    }

    private void remote(boolean invertedPedals) {
        translation.apply(0, new DeviceSettings(VelocityCurve.LINEAR, invertedPedals, 0xFFFF, Command.ALL_CHANNELS, 0, STAGE, -1, false));
    }

    private void apply(boolean invertedPedals, int channels, int channel, int transpose) {
        translation.apply(0, new DeviceSettings(VelocityCurve.LINEAR, invertedPedals, channels, channel, transpose, RemoteTriggers.NONE, -1, false));
    }

    private void play(int... message) {
        byte[] bytes = new byte[message.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) message[i];
        }
        translation.decode(0, bytes, bytes.length);
    }
}
