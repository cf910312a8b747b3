package org.chronus.instrument.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;

/**
 * Makes random commands of a {@link CommandMix}. Keys that go down come up again: a note-off is for a key that is held, or, if none is,
 * becomes a note-on. Values are often at their ends. The same seed makes the same commands. One thread.
 */
public final class RandomCommands {
    private static final int[] PEDALS = {64, 64, 66, 67, 65};
    private static final int PORTAMENTO_TIME = 5, PORTAMENTO_CONTROL = 84, LAST_CHANNEL = 15, KEYS = 128;
    /** Equal temperament with every fourth key left as it is. */
    private static final KeyPitches PITCHES = pitches();

    private record Held(int channel, int key) { }

    private final CommandMix mix;
    private final SplittableRandom random;
    private final CommandKind[] kinds;
    private final int[] upTo;
    private final List<Held> held = new ArrayList<>();
    private final Set<Held> pedals = new HashSet<>();
    private long commits;

    /** Of that mix, at least one of whose weights is above 0. */
    public RandomCommands(CommandMix mix, long seed) {
        this.mix = mix;
        random = new SplittableRandom(seed);
        kinds = mix.weights.keySet().toArray(CommandKind[]::new);
        upTo = new int[kinds.length];
        int sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            sum += mix.weights.get(kinds[i]);
            upTo[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("a mix needs a kind with a weight above 0");
        }
    }

    private static KeyPitches pitches() {
        float[] pitches = new float[KEYS];
        for (int key = 0; key < KEYS; key++) {
            pitches[key] = key % 4 == 0 ? Float.NaN : key;
        }
        return new KeyPitches(pitches);
    }

    /** The next command of the mix. */
    public Command next() {
        int at = random.nextInt(upTo[kinds.length - 1]), i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return next(kinds[i]);
    }

    /** A command of this kind, whatever its weight; but see the type about notes. */
    public Command next(CommandKind kind) {
        int source = mix.source;
        return switch (kind) {
            case NOTE_ON -> held.size() < mix.mostHeld ? press() : lift();
            case NOTE_OFF -> held.isEmpty() ? press() : lift();
            case POLY_PRESSURE -> polyPressure();
            case CHANNEL_PRESSURE -> new Gesture.ChannelPressure(source, channel(), unit());
            case PITCH_BEND -> new Gesture.PitchBend(source, channel(), 2 * unit() - 1);
            case CONTROLLER -> new Gesture.Controller(source, channel(), any(mix.controllers), unit());
            case PEDAL -> pedal();
            case PORTAMENTO -> random.nextBoolean() ? new Gesture.Controller(source, channel(), PORTAMENTO_TIME, 0.1f * unit())
                    : new Gesture.Controller(source, channel(), PORTAMENTO_CONTROL, key() / 127f);
            case PROGRAM_CHANGE -> new Selection.ProgramChange(source, channel(), 0, any(mix.programs));
            case CHANNEL_PROGRAM -> new Selection.ChannelProgram(source, someOrAll(), 0, any(mix.programs));
            case STEP -> new Selection.Step(source, random.nextBoolean() ? 1 : -1);
            case COMMIT -> new Selection.Commit(source, ++commits);
            case BEND_RANGE -> new Setting.BendRange(source, channel(), random.nextInt(12));
            case TUNING -> new Setting.Tuning(source, channel(), random.nextInt(3) - 1);
            case KEY_TUNING -> new Setting.KeyTuning(source, 1 + random.nextInt(3), PITCHES, random.nextBoolean());
            case MODULATION_DEPTH -> new Setting.ModulationDepth(source, channel(), unit());
            case MASTER_VOLUME -> new Setting.MasterVolume(source, random.nextBoolean() ? 1 : 0.9f);
            case MASTER_TUNING -> new Setting.MasterTuning(source, random.nextInt(3) - 1);
            case VOICE_MODE -> new Setting.VoiceMode(source, someOrAll(), random.nextInt(4) == 0);
            case MPE_ZONE -> new Setting.MpeZone(source, random.nextBoolean() ? 0 : LAST_CHANNEL, random.nextInt(8));
            case SET_PARAMETER -> new ParameterChange.SetParameter(source, any(mix.parameters), 2 * unit());
            case TURN -> new ParameterChange.Turn(source, any(mix.parameters), unit(), unit(), random.nextBoolean());
            case NUDGE -> new ParameterChange.Nudge(source, any(mix.parameters), 2 * unit() - 1);
            case TEMPO -> new Transport.Tempo(source, random.nextInt(40, 200));
            case OWN_TEMPO -> new Transport.OwnTempo(source);
            case SONG_POSITION -> new Transport.SongPosition(source, random.nextInt(64));
            case ALL_SOUND_OFF -> new Release.AllSoundOff(source, someOrAll());
            case ALL_NOTES_OFF -> new Release.AllNotesOff(source, someOrAll());
            case RESET_CONTROLLERS -> new Release.ResetControllers(source, someOrAll());
            case PANIC -> new Release.Panic(source);
            case RELEASE_SOURCE -> new Release.ReleaseSource(source, random.nextInt(4) == 0);
        };
    }

    /** What lets go of every key and every pedal that is held. */
    public List<Command> letGo() {
        List<Command> commands = new ArrayList<>();
        while (!held.isEmpty()) {
            commands.add(lift());
        }
        pedals.forEach(pedal -> commands.add(new Gesture.Controller(mix.source, pedal.channel(), pedal.key(), 0)));
        pedals.clear();
        return commands;
    }

    private Command press() {
        Held key = new Held(channel(), key());
        held.add(key);
        return new Gesture.NoteOn(mix.source, key.channel(), key.key(), 0.01f + 0.99f * unit());
    }

    private Command lift() {
        Held key = held.remove(random.nextInt(held.size()));
        return new Gesture.NoteOff(mix.source, key.channel(), key.key(), unit());
    }

    private Command polyPressure() {
        Held key = held.isEmpty() ? new Held(channel(), key()) : any(held);
        return new Gesture.PolyPressure(mix.source, key.channel(), key.key(), unit());
    }

    private Command pedal() {
        Held pedal = new Held(channel(), PEDALS[random.nextInt(PEDALS.length)]);
        boolean down = random.nextBoolean();
        if (down) {
            pedals.add(pedal);
        } else {
            pedals.remove(pedal);
        }
        return new Gesture.Controller(mix.source, pedal.channel(), pedal.key(), down ? 1 : 0);
    }

    private int channel() {
        return any(mix.channels);
    }

    private int someOrAll() {
        return random.nextInt(4) == 0 ? Command.ALL_CHANNELS : channel();
    }

    private int key() {
        return mix.lowestKey + random.nextInt(mix.keys);
    }

    /** 0..1, at one of its ends once in four times. */
    private float unit() {
        return random.nextInt(4) == 0 ? random.nextInt(2) : random.nextFloat();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
