package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting.BendRange;
import org.chronus.midi.command.Setting.MasterTuning;
import org.chronus.midi.command.Setting.MasterVolume;
import org.chronus.midi.command.Setting.ModulationDepth;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Setting.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes more than one message to say: halves of controllers, parameters, system exclusive. */
class ParametersTest {
    private final List<Command> commands = new ArrayList<>();
    private final MidiDecoder decoder = new MidiDecoder(0, VelocityCurve.LINEAR, event -> commands.add(event.command()));

    private ParametersTest send(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        decoder.decode(0, bytes, 0, bytes.length);
        return this;
    }

    private void expect(Command... expected) {
        assertEquals(List.of(expected), commands);
        commands.clear();
    }

    private static Controller controller(int number, double value) {
        return new Controller(0, 0, number, (float) value);
    }

    @Test
    void aFineHalfRefinesItsCoarseOne() {
        send(0xB0, 7, 100, 39, 64);
        expect(controller(7, 100 / 127f), controller(7, 100.5f / 127));
    }

    @Test
    void aNewCoarseHalfBeginsAtFineZero() {
        send(0xB0, 7, 100, 39, 64, 7, 101, 39, 32);
        commands.subList(0, 2).clear();
        expect(controller(7, 101 / 127f), controller(7, 101.25f / 127));
    }

    @Test
    void aFineHalfWithoutACoarseOneSaysNothing() {
        send(0xB0, 39, 64, 0xB1, 7, 100);
        expect(new Controller(0, 1, 7, 100 / 127f));
        send(0xB0, 39, 64);
        expect();
    }

    @Test
    void bothEndsAreReachedWithAndWithoutTheFineHalf() {
        send(0xB0, 1, 127, 33, 127, 1, 0, 33, 0);
        expect(controller(1, 1), controller(1, 1), controller(1, 0), controller(1, 0));
    }

    @Test
    void everyFinerPositionIsHigher() {
        float last = -1;
        for (int coarse = 0; coarse < 127; coarse++) {
            for (int fine = 0; fine < 128; fine++) {
                float share = ChannelControllers.share(coarse, fine);
                assertTrue(share > last, coarse + " " + fine);
                last = share;
            }
        }
    }

    @Test
    void afterAResetTheWheelHasNothingToRefineButTheVolumeHas() {
        send(0xB0, 1, 64, 7, 100, 121, 0);
        commands.clear();
        send(0xB0, 33, 64, 39, 64);
        expect(controller(7, 100.5f / 127));
    }

    @ParameterizedTest
    @CsvSource({"12, 0, 12", "2, 50, 2.5", "127, 0, 96", "0, 0, 0"})
    void bendRangeIsInSemitonesAndCents(int coarse, int fine, float semitones) {
        send(0xB0, 101, 0, 100, 0, 6, coarse, 38, fine);
        expect(new BendRange(0, 0, Math.min(96, coarse)), new BendRange(0, 0, semitones));
    }

    @Test
    void fineAndCoarseTuningAddUp() {
        send(0xB0, 101, 0, 100, 2, 6, 52);
        expect(new Tuning(0, 0, -12));
        send(0xB0, 100, 1, 6, 96);
        expect(new Tuning(0, 0, -11.5f));
        send(0xB0, 6, 0, 38, 0);
        expect(new Tuning(0, 0, -13), new Tuning(0, 0, -13));
    }

    @Test
    void modulationDepthIsInSemitones() {
        send(0xB0, 101, 0, 100, 5, 6, 1, 38, 64);
        expect(new ModulationDepth(0, 0, 1), new ModulationDepth(0, 0, 1.5f));
    }

    @Test
    void everyChannelHasAParameterOfItsOwn() {
        send(0xB0, 101, 0, 100, 0, 0xB1, 6, 12, 0xB0, 6, 7);
        expect(new BendRange(0, 0, 7));
    }

    @Test
    void theNullParameterTakesNoData() {
        send(0xB0, 101, 0, 100, 0, 101, 127, 100, 127, 6, 12, 38, 1, 96, 0, 97, 0);
        expect();
    }

    @Test
    void aResetSelectsNone() {
        send(0xB0, 101, 0, 100, 0, 121, 0, 6, 12);
        expect(new ResetControllers(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 126})
    void aParameterThatWeDoNotKnowTakesNoData(int number) {
        send(0xB0, 101, 0, 100, number, 6, 1, 38, 1, 96, 0);
        expect();
    }

    @Test
    void aZoneIsMadeByItsManagerAlone() {
        send(0xB0, 101, 0, 100, 6, 6, 15, 38, 1, 96, 0, 6, 16, 6, 0);
        expect(new MpeZone(0, 0, 15), new MpeZone(0, 0, 0));
        send(0xBF, 101, 0, 100, 6, 6, 7);
        expect(new MpeZone(0, 15, 7));
        send(0xB1, 101, 0, 100, 6, 6, 7);
        expect();
    }

    @Test
    void halfANumberOfTheOtherKindIsNone() {
        send(0xB0, 101, 0, 100, 0, 98, 7, 6, 12);
        expect();
        send(0xB0, 99, 0, 6, 127);
        expect(controller(7, 1));
    }

    @Test
    void incrementsStepByCentsAndSemitones() {
        send(0xB0, 101, 0, 100, 0, 6, 2, 38, 99, 96, 0, 97, 0);
        commands.removeFirst();
        expect(new BendRange(0, 0, 2.99f), new BendRange(0, 0, 3), new BendRange(0, 0, 2.99f));
        send(0xB0, 100, 2, 97, 0, 97, 0);
        expect(new Tuning(0, 0, -1), new Tuning(0, 0, -2));
        send(0xB0, 6, 0, 97, 0);
        expect(new Tuning(0, 0, -64), new Tuning(0, 0, -64));
    }

    @Test
    void aNonRegisteredNumberIsAControllerInFourteenBits() {
        send(0xB0, 99, 0, 98, 74, 6, 64, 38, 32, 96, 0, 97, 0);
        expect(controller(74, 64 / 127f), controller(74, 64.25f / 127), controller(74, 65.25f / 127), controller(74, 64.25f / 127));
        send(0xB0, 98, 40, 6, 127);
        expect(controller(40, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 6, 38, 96, 101, 120, 127})
    void whatIsNoControllerIsNoNonRegisteredParameterEither(int number) {
        send(0xB0, 99, 0, 98, number, 6, 64, 99, 1, 98, 74, 6, 64);
        expect();
    }

    @Test
    void masterVolumeIsUniversalWhateverTheDevice() {
        send(0xF0, 0x7F, 0x7F, 4, 1, 0, 64, 0xF7, 0xF0, 0x7F, 3, 4, 1, 127, 127, 0xF7);
        expect(new MasterVolume(0, 64 / 127f), new MasterVolume(0, 1));
    }

    @Test
    void masterTuningIsFineAndCoarseTogether() {
        send(0xF0, 0x7F, 0x7F, 4, 3, 0, 64, 0xF7, 0xF0, 0x7F, 0x7F, 4, 3, 0, 96, 0xF7);
        send(0xF0, 0x7F, 3, 4, 4, 0, 62, 0xF7, 0xF0, 0x7F, 3, 4, 3, 0, 0, 0xF7);
        expect(new MasterTuning(0, 0), new MasterTuning(0, 0.5f), new MasterTuning(0, -1.5f), new MasterTuning(0, -3));
        send(0xF0, 0x7F, 0x7F, 4, 4, 0, 127, 0xF7, 0xF0, 0x7F, 0x7F, 4, 3, 127, 127, 0xF7, 0xF0, 0x7F, 0x7F, 4, 5, 0, 64, 0xF7);
        expect(new MasterTuning(0, 62), new MasterTuning(0, 63 + 8_191 / 8_192f));
    }

    @Test
    void afterGeneralMidiOnTheMasterTuningBeginsAnew() {
        send(0xF0, 0x7F, 0x7F, 4, 4, 0, 70, 0xF7, 0xF0, 0x7E, 0x7F, 9, 1, 0xF7);
        assertTrue(commands.contains(new MasterTuning(0, 0)));
        commands.clear();
        send(0xF0, 0x7F, 0x7F, 4, 3, 0, 96, 0xF7);
        expect(new MasterTuning(0, 0.5f));
    }

    @Test
    void generalMidiOnBeginsAnew() {
        send(0xB3, 0, 5, 101, 0, 100, 0, 6, 12, 7, 10, 0xF0, 0x7E, 0x7F, 9, 1, 0xF7);
        assertTrue(commands.contains(new ProgramChange(0, Command.ALL_CHANNELS, 0, 0)));
        for (int channel = 0; channel < 16; channel++) {
            assertTrue(commands.containsAll(List.of(new ResetControllers(0, channel), new Controller(0, channel, 7, 100 / 127f),
                    new Controller(0, channel, 10, 64 / 127f), new BendRange(0, channel, 2), new Tuning(0, channel, 0))), "channel " + channel);
        }
        commands.clear();
        send(0xB3, 6, 12, 39, 1, 0xC3, 7);
        expect(new ProgramChange(0, 3, 0, 7));
    }

    @Test
    void whatIsCutShortOrTooLongOrUnknownSaysNothing() {
        send(0xF0, 0x7F, 0x7F, 4, 1, 0, 64, 0x90, 60, 127);
        expect(new NoteOn(0, 0, 60, 1));
        send(0xF0, 0x7F, 0x7F, 4, 1, 0, 0xF7, 0xF0, 0x7F, 0x7F, 4, 1, 0, 64, 0, 0, 0, 0xF7, 0xF0, 0x7E, 0x7F, 6, 1, 0xF7, 0xF0, 0xF7);
        expect();
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void theClockMayTickInsideSystemExclusive() {
        send(0xF0, 0x7F, 0xF8, 0x7F, 4, 1, 0xFE, 0, 64, 0xF7);
        expect(new MasterVolume(0, 64 / 127f));
    }
}
