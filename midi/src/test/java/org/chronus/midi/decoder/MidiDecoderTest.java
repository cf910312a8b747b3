package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.ChannelPressure;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Gesture.PitchBend;
import org.chronus.midi.command.Gesture.PolyPressure;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting.VoiceMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages mean. */
class MidiDecoderTest extends DecoderSession {
    @Test
    void aNoteOnCarriesSourceChannelKeyVelocityAndArrival() {
        decoder.decode(-7, new byte[] {(byte) 0x9F, 60, 64}, 0, 3);
        assertEquals(List.of(new Event(-7, new NoteOn(SOURCE, 15, 60, VelocityCurve.SQUARE.velocity(64)))), events);
    }

    @Tag("L13")
    @Test
    void noteOnWithVelocityZeroIsANoteOff() {
        send(0x90, 60, 0);
        expect(new NoteOff(SOURCE, 0, 60, 64 / 127f));
    }

    @Test
    void releaseVelocityIsLinear() {
        send(0x82, 60, 127, 0x82, 60, 0);
        expect(new NoteOff(SOURCE, 2, 60, 1), new NoteOff(SOURCE, 2, 60, 0));
    }

    @Test
    void controllersAndPressuresReachOneAtTheTop() {
        send(0xB1, 64, 127, 0xA1, 60, 127, 0xD1, 127);
        expect(new Controller(SOURCE, 1, 64, 1), new PolyPressure(SOURCE, 1, 60, 1), new ChannelPressure(SOURCE, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, -1", "0, 64, 0", "127, 127, 1"})
    void bendReachesBothEndsAndRestsAtTheCentre(int fine, int coarse, float bend) {
        send(0xE0, fine, coarse);
        expect(new PitchBend(SOURCE, 0, bend));
    }

    @Test
    void bankSelectWaitsForTheProgramChange() {
        send(0xB0, 0, 2, 0xB0, 32, 5);
        expect();
        send(0xC0, 7);
        expect(new ProgramChange(SOURCE, 0, 2 * 128 + 5, 7));
    }

    @Test
    void theBankStaysForLaterProgramChanges() {
        send(0xB0, 0, 1, 0xC0, 7, 0xC0, 8);
        expect(new ProgramChange(SOURCE, 0, 128, 7), new ProgramChange(SOURCE, 0, 128, 8));
    }

    @Test
    void coarseAndFineBankAreKeptApart() {
        send(0xB0, 32, 5, 0xB0, 0, 2, 0xC0, 7);
        expect(new ProgramChange(SOURCE, 0, 2 * 128 + 5, 7));
    }

    @Test
    void everyChannelHasItsOwnBank() {
        send(0xB0, 0, 1, 0xC1, 7);
        expect(new ProgramChange(SOURCE, 1, 0, 7));
    }

    @Test
    void resettingControllersKeepsTheBank() {
        send(0xB0, 0, 1, 121, 0, 0xC0, 7);
        expect(new ResetControllers(SOURCE, 0), new ProgramChange(SOURCE, 0, 128, 7));
    }

    @Test
    void controller120IsSilence() {
        send(0xB4, 120, 0);
        expect(new AllSoundOff(SOURCE, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {123, 124, 125})
    void allNotesOffAndTheModeMessagesReleaseTheKeys(int number) {
        send(0xB0, number, 0);
        expect(new AllNotesOff(SOURCE, 0));
    }

    @Test
    void monoAndPolyReleaseTheKeysAndChangeTheMode() {
        send(0xB0, 126, 1, 127, 0);
        expect(new VoiceMode(SOURCE, 0, true), new VoiceMode(SOURCE, 0, false));
    }

    @Test
    void localControlMeansNothingHere() {
        send(0xB0, 122, 0);
        expect();
        assertEquals(0, decoder.strays().bytes());
    }
}
