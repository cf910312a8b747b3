package org.chronus.midi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.midi.command.Gesture.ChannelPressure;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Gesture.PitchBend;
import org.chronus.midi.command.Gesture.PolyPressure;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Release.ReleaseSource;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    static Stream<Executable> outOfRange() {
        return Stream.of(
                () -> new NoteOn(-1, 0, 60, 1),
                () -> new NoteOn(0, 16, 60, 1),
                () -> new NoteOn(0, Command.ALL_CHANNELS, 60, 1),
                () -> new NoteOn(0, 0, 128, 1),
                () -> new NoteOn(0, 0, 60, 0),
                () -> new NoteOn(0, 0, 60, 1.01f),
                () -> new NoteOn(0, 0, 60, Float.NaN),
                () -> new NoteOff(0, 0, -1, 0),
                () -> new NoteOff(0, 0, 60, -0.01f),
                () -> new Controller(0, 0, 120, 0),
                () -> new Controller(0, Command.ALL_CHANNELS, 7, 0),
                () -> new Controller(0, 0, 7, Float.NaN),
                () -> new PitchBend(0, 0, -1.01f),
                () -> new PitchBend(0, 0, Float.NaN),
                () -> new PitchBend(0, Command.ALL_CHANNELS, 0),
                () -> new Setting.BendRange(0, 0, 96.1f),
                () -> new Setting.Tuning(0, 0, 66),
                () -> new Setting.ModulationDepth(0, Command.ALL_CHANNELS, 1),
                () -> new Setting.MasterVolume(0, 1.01f),
                () -> new Setting.MasterTuning(0, 65.1f),
                () -> new ParameterChange.SetParameter(0, -1, 0),
                () -> new ParameterChange.SetParameter(0, 0, Float.NaN),
                () -> new ParameterChange.SetParameter(0, 0, Float.POSITIVE_INFINITY),
                () -> new AllSoundOff(0, -2),
                () -> new ChannelPressure(0, 0, 1.01f),
                () -> new ChannelPressure(0, Command.ALL_CHANNELS, 1),
                () -> new PolyPressure(0, 0, 128, 0),
                () -> new ProgramChange(0, 0, 16384, 0),
                () -> new ProgramChange(0, 0, 0, 128),
                () -> new Selection.ChannelProgram(0, 0, 16384, 0),
                () -> new Selection.ChannelProgram(0, 16, 0, 0),
                () -> new Transport.Tempo(0, 9.9f),
                () -> new Transport.Tempo(0, Float.NaN),
                () -> new Transport.OwnTempo(-1),
                () -> new Transport.SongPosition(0, -0.1),
                () -> new Transport.SongPosition(0, Double.NaN),
                () -> new ReleaseSource(-1));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aValueOutOfItsRangeIsRefused(Executable command) {
        assertThrows(IllegalArgumentException.class, command);
    }

    @Test
    void theRefusalSaysWhatAndTheRange() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new NoteOn(0, 0, 128, 1));
        assertEquals("key must be within 0..127, not 128", refusal.getMessage());
    }

    @Test
    void silenceMayBeMeantForAllChannels() {
        assertEquals(Command.ALL_CHANNELS, new AllSoundOff(0, Command.ALL_CHANNELS).channel());
        assertEquals(Command.ALL_CHANNELS, new ReleaseSource(3).channel());
    }

    @Test
    void programsComeFirstThenControllersThenNoteOffsThenNoteOns() {
        Command on = new NoteOn(0, 0, 60, 1), off = new NoteOff(0, 0, 60, 0), program = new ProgramChange(0, 0, 0, 4);
        Command pedal = new Controller(0, 0, 64, 1), bend = new PitchBend(0, 0, 0), all = new AllNotesOff(0, 0);
        assertEquals(List.of(program, pedal, bend, all, off, on),
                Stream.of(on, off, pedal, bend, all, program).sorted(Comparator.comparingInt(Command::rank)).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, -1})
    void aKeyThatWasNotStruckHasNoVelocity(int sent) {
        assertThrows(IllegalArgumentException.class, () -> VelocityCurve.SQUARE.velocity(sent));
    }

    @Test
    void everyCurveRisesFromAboveSilenceToExactlyOne() {
        for (VelocityCurve curve : List.of(VelocityCurve.SQUARE, VelocityCurve.LINEAR, VelocityCurve.SOFT, VelocityCurve.HARD)) {
            float softer = 0;
            for (int sent = 1; sent <= 127; sent++) {
                float velocity = curve.velocity(sent);
                assertEquals(1, Float.compare(velocity, softer), curve + " at " + sent);
                softer = velocity;
            }
            assertEquals(1f, softer);
        }
    }

    @Test
    void halfTheVelocityIsAQuarterOnTheSquareCurve() {
        assertEquals(0.25f, VelocityCurve.SQUARE.velocity(64), 0.005f);
        assertEquals(0.5f, VelocityCurve.LINEAR.velocity(64), 0.005f);
    }
}
