package org.chronus.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chronus.midi.Ending.AllNotesOff;
import org.chronus.midi.Ending.AllSoundOff;
import org.chronus.midi.Ending.ReleaseSource;
import org.chronus.midi.Ending.ResetControllers;
import org.chronus.midi.Gesture.ChannelPressure;
import org.chronus.midi.Gesture.Controller;
import org.chronus.midi.Gesture.NoteOff;
import org.chronus.midi.Gesture.NoteOn;
import org.chronus.midi.Gesture.PitchBend;
import org.chronus.midi.Gesture.PolyPressure;
import org.chronus.midi.Selection.ProgramChange;
import org.chronus.midi.Setting.BendRange;
import org.chronus.midi.Setting.KeyTuning;
import org.chronus.midi.Setting.MasterVolume;
import org.chronus.midi.Setting.ModulationDepth;
import org.chronus.midi.Setting.MpeZone;
import org.chronus.midi.Setting.Tuning;
import org.chronus.midi.Setting.VoiceMode;

/** What holds for the commands that are made of any bytes whatever. */
final class DecodedFacts {
    private static final int SOURCE = 3, TOGETHER = 3;
    /** General MIDI on has six bytes, and sets six things on each of sixteen channels, and two more. */
    static final int MOST_OF_A_BYTE = 17;

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
        assertTrue(decoder.strays().bytes() >= 0 && decoder.strays().bytes() <= bytes.length && decoder.strays().bytes() == slow.strays().bytes(), "strays");
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
    static void inRange(Command command, int source) {
        assertEquals(source, command.source());
        boolean isForAll = command instanceof Pace.Tempo || command instanceof Pace.SongPosition || command instanceof ProgramChange
                || command instanceof MasterVolume || command instanceof KeyTuning || command instanceof ResetControllers || command instanceof AllNotesOff;
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
            case MasterVolume volume -> isUnit(volume.value());
            case Pace.Tempo tempo -> tempo.beatsPerMinute() >= 10 && tempo.beatsPerMinute() <= 1_000;
            case Pace.SongPosition position -> position.beats() >= 0 && position.beats() < 5_000_000;
            case MpeZone zone -> zone.members() >= 0 && zone.members() <= 15 && zone.channel() % 15 == 0;
            case KeyTuning tuning -> areInRange(tuning);
            case ReleaseSource _, Pace.OwnTempo _, ParameterMove.SetParameter _, ParameterMove.Turn _, ParameterMove.Nudge _, Selection.Step _, Ending.Panic _ -> false;
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
