package org.chronus.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.ShortMessage;
import org.chronus.midi.Ending.AllNotesOff;
import org.chronus.midi.Ending.AllSoundOff;
import org.chronus.midi.Ending.ResetControllers;
import org.chronus.midi.Gesture.ChannelPressure;
import org.chronus.midi.Gesture.Controller;
import org.chronus.midi.Gesture.NoteOff;
import org.chronus.midi.Gesture.NoteOn;
import org.chronus.midi.Gesture.PitchBend;
import org.chronus.midi.Gesture.PolyPressure;
import org.chronus.midi.Selection.ProgramChange;
import org.chronus.midi.Setting.VoiceMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MidiDecoderTest {
    private static final int SOURCE = 3;
    private static final NoteOn MIDDLE_C = new NoteOn(SOURCE, 0, 60, 1), E = new NoteOn(SOURCE, 0, 64, 1);

    private final List<Event> events = new ArrayList<>();
    private final MidiDecoder decoder = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, events::add);

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

    @Test
    void runningStatusNeedsNoStatusByte() {
        send(0x90, 60, 127, 64, 127, 60, 0);
        expect(MIDDLE_C, E, new NoteOff(SOURCE, 0, 60, NoteOff.USUAL_VELOCITY));
    }

    @Test
    void clockMayTickInsideAMessage() {
        send(0x90, 0xF8, 60, 0xFE, 127, 0xF8, 64, 0xFF, 127);
        expect(MIDDLE_C, E);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void aMessageMayArriveByteByByte() {
        send(0x90);
        send(60);
        expect();
        send(127);
        expect(MIDDLE_C);
    }

    @Test
    void systemExclusiveOfAnyLengthIsPassedOver() {
        send(0xF0);
        decoder.decode(0, new byte[1_000_000], 0, 1_000_000);
        send(0xF8, 0xF7, 0x90, 60, 127);
        expect(MIDDLE_C);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void anyOtherStatusEndsSystemExclusive() {
        send(0xF0, 1, 2, 3, 0x90, 60, 127);
        expect(MIDDLE_C);
    }

    @Test
    void systemExclusiveEndsRunningStatus() {
        send(0x90, 60, 127, 0xF0, 1, 0xF7, 64, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void systemCommonMessagesTakeTheirDataAndEndRunningStatus() {
        send(0x90, 60, 127, 0xF1, 1, 0xF2, 1, 2, 0xF3, 1, 0xF6);
        assertEquals(0, decoder.strays().bytes());
        send(64, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void dataWithoutAStatusIsStray() {
        send(60, 127);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void aMessageCutShortIsStrayAndTheNextIsHeard() {
        send(0x91, 60, 0x90, 60, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void onlyTheRestOfARunningMessageIsStray() {
        send(0x90, 60, 127, 64, 0x90, 64, 127);
        expect(MIDDLE_C, E);
        assertEquals(1, decoder.strays().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xF4, 0xF5, 0xF7, 0xF9, 0xFD})
    void anUndefinedOrUnpairedStatusIsStray(int status) {
        send(status);
        assertEquals(1, decoder.strays().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xF4, 0xF5, 0xF7})
    void anUndefinedStatusEndsRunningStatus(int status) {
        send(0x90, 60, 127, status, 64, 127);
        expect(MIDDLE_C);
        assertEquals(3, decoder.strays().bytes());
    }

    @Test
    void theMetaMessagesOfFilesAreNoReset() throws InvalidMidiDataException {
        decoder.decode(0, new ShortMessage(0x90, 60, 127));
        decoder.decode(0, new MetaMessage(0x51, new byte[] {7, 8, 9}, 3));
        expect(MIDDLE_C);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void aFailingSinkDoesNotDisturbTheStream() {
        var failsOnce = new MidiDecoder(SOURCE, VelocityCurve.LINEAR, event -> {
            events.add(event);
            if (events.size() == 1) {
                throw new IllegalStateException("queue closed");
            }
        });
        assertThrows(IllegalStateException.class, () -> failsOnce.decode(0, new byte[] {(byte) 0x90, 60, 127}, 0, 3));
        failsOnce.decode(0, new byte[] {64, 127}, 0, 2);
        expect(MIDDLE_C, E);
    }

    @Test
    void noStreamOfBytesIsAnError() {
        Random dice = new Random(42);
        byte[] noise = new byte[4096];
        long[] commands = new long[1];
        var robust = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, event -> commands[0]++);
        for (int chunk = 0; chunk < 1_000; chunk++) {
            dice.nextBytes(noise);
            int cut = dice.nextInt(noise.length);
            robust.decode(chunk, noise, 0, cut);
            robust.decode(chunk, noise, cut, noise.length - cut);
        }
        assertTrue(commands[0] > 100_000 && robust.strays().bytes() > 100_000, commands[0] + " commands, " + robust.strays().bytes() + " stray");
    }

    private void send(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        decoder.decode(0, bytes, 0, bytes.length);
    }

    private void expect(Command... commands) {
        assertEquals(List.of(commands), events.stream().map(Event::command).toList());
    }
}
