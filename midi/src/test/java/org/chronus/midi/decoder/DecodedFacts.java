package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.ChannelPressure;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Gesture.PitchBend;
import org.chronus.midi.command.Gesture.PolyPressure;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Release.ReleaseSource;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting.BendRange;
import org.chronus.midi.command.Setting.KeyTuning;
import org.chronus.midi.command.Setting.MasterTuning;
import org.chronus.midi.command.Setting.MasterVolume;
import org.chronus.midi.command.Setting.ModulationDepth;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Setting.Tuning;
import org.chronus.midi.command.Setting.VoiceMode;
import org.chronus.midi.command.Transport;

/** What holds for the commands that are made of any bytes whatever. */
public final class DecodedFacts {
    private static final int SOURCE = 3, TOGETHER = 3;
    /** General MIDI on has six bytes, and sets seven things on each of sixteen channels, and five more. */
    public static final int MOST_OF_A_BYTE = 20;

    private DecodedFacts() { }

    /** Decodes them as they come, and byte by byte, which must be the same. */
    static void check(byte[] bytes) {
        List<Event> whole = new ArrayList<>(), single = new ArrayList<>();
        MidiDecoder decoder = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, whole::add);
        for (int i = 0; i < bytes.length; i += TOGETHER) {
            decoder.decode(nanos(i), bytes, i, Math.min(TOGETHER, bytes.length - i));
        }
        MidiDecoder slow = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, single::add);
        for (int i = 0; i < bytes.length; i++) {
            slow.decode(nanos(i), bytes, i, 1);
        }
        assertEquals(whole, single, "cut anywhere, the stream means the same");
        assertTrue(whole.size() <= MOST_OF_A_BYTE * bytes.length, "few commands are made of a byte");
        assertTrue(decoder.strays().bytes() >= 0 && decoder.strays().bytes() <= bytes.length && decoder.strays().bytes() == slow.strays().bytes(),
                "strays");
        for (Event event : whole) {
            assertTrue(event.nanos() >= nanos(0) && event.nanos() <= nanos(bytes.length), "when it came");
            inRange(event.command(), SOURCE);
        }
    }

    /** Three bytes come at a time; a stream of nothing but clock ticks is within the tempi that count. */
    private static long nanos(int index) {
        return 7 + index / TOGETHER * 20_000_000L;
    }

    /** Every value is within what its command documents. */
    public static void inRange(Command command, int source) {
        assertEquals(source, command.source());
        boolean isForAll = command instanceof Transport.Tempo || command instanceof Transport.SongPosition || command instanceof ProgramChange
                || command instanceof MasterVolume || command instanceof MasterTuning
                || command instanceof KeyTuning || command instanceof ResetControllers || command instanceof AllNotesOff;
        assertTrue(command.channel() >= (isForAll ? Command.ALL_CHANNELS : 0) && command.channel() <= 15, command::toString);
        assertTrue(switch (command) {
            case NoteOn on -> isSeven(on.key()) && on.velocity() > 0 && on.velocity() <= 1;
            case NoteOff off -> isSeven(off.key()) && isUnit(off.velocity());
            case PolyPressure pressure -> isSeven(pressure.key()) && isUnit(pressure.value());
            case Controller move -> move.number() > 0 && move.number() < 120 && move.number() != 32 && isUnit(move.value());
            case PitchBend bend -> bend.value() >= -1 && bend.value() <= 1;
            case ChannelPressure pressure -> isUnit(pressure.value());
            case ProgramChange change -> change.bank() >= 0 && change.bank() < 16_384 && isSeven(change.program());
            case AllSoundOff _, AllNotesOff _, VoiceMode _, ResetControllers _ -> true;
            case BendRange range -> range.semitones() >= 0 && range.semitones() <= 128;
            case Tuning tuning -> Math.abs(tuning.semitones()) <= 66;
            case ModulationDepth depth -> depth.semitones() >= 0 && depth.semitones() <= 128;
            case MasterTuning tuning -> Math.abs(tuning.semitones()) <= 65;
            case MasterVolume volume -> isUnit(volume.value());
            case Transport.Tempo tempo -> tempo.beatsPerMinute() >= 10 && tempo.beatsPerMinute() <= 1_000;
            case Transport.SongPosition position -> position.beats() >= 0 && position.beats() < 5_000_000;
            case MpeZone zone -> zone.members() >= 0 && zone.members() <= 15 && zone.channel() % 15 == 0;
            case KeyTuning tuning -> areInRange(tuning);
            case ReleaseSource _, Transport.OwnTempo _, ParameterChange.SetParameter _, ParameterChange.Turn _, ParameterChange.Nudge _,
                    Selection.Step _, Selection.ChannelProgram _, Selection.Commit _, Release.Panic _ -> false;
        }, command::toString);
    }

    private static boolean areInRange(KeyTuning tuning) {
        for (int key = 0; key < 128; key++) {
            float pitch = tuning.pitches().of(key);
            if (pitch < -1 || pitch > 129) {
                return false;
            }
        }
        return tuning.channels() >= 0 && tuning.channels() <= 0xFFFF;
    }

    private static boolean isSeven(int value) {
        return value >= 0 && value <= 127;
    }

    private static boolean isUnit(float value) {
        return value >= 0 && value <= 1;
    }
}
