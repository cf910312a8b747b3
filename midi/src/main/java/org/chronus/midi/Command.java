package org.chronus.midi;

import java.util.Objects;

/**
 * Something that a player, a file or a script asked for. Immutable: made on any thread, read on any thread.
 *
 * <p>Channels count from 0, as on the wire. A constructor throws {@link IllegalArgumentException} for a value out of its range,
 * so that whoever receives a command need not look again.
 */
public sealed interface Command {
    /** The channel of a command that is meant for all sixteen. */
    int ALL_CHANNELS = -1;

    /** Which device or file it came from, 0 or more: notes and pedals belong to the source that sent them. Any thread. */
    int source();

    /** 0..15, or {@link #ALL_CHANNELS}. Any thread. */
    int channel();

    /**
     * The place among commands of the same frame, lowest first: 0 programs, 1 controllers, bend, pressure and the rest, 2 note-offs,
     * 3 note-ons. So a note sounds with the preset and the controllers that came with it, and a key struck again is released first.
     * Any thread but the audio thread, where the first pattern switch is slow.
     */
    default int rank() {
        return switch (this) {
            case ProgramChange _ -> 0;
            case NoteOff _ -> 2;
            case NoteOn _ -> 3;
            default -> 1;
        };
    }

    /**
     * A key goes down.
     *
     * @param channel  0..15
     * @param key      0..127, 60 is middle C
     * @param velocity above 0, up to 1, after the device's {@link VelocityCurve}
     */
    record NoteOn(int source, int channel, int key, float velocity) implements Command {
        public NoteOn {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            if (!(velocity > 0 && velocity <= 1)) {
                throw new IllegalArgumentException("velocity must be above 0 and at most 1, not " + velocity);
            }
        }
    }

    /**
     * A key comes up.
     *
     * @param channel  0..15
     * @param key      0..127
     * @param velocity release velocity 0..1, linear
     */
    record NoteOff(int source, int channel, int key, float velocity) implements Command {
        /** The release velocity, 64 of 127, of keyboards that do not measure it. */
        public static final float USUAL_VELOCITY = 64 / 127f;

        public NoteOff {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            Ranges.unit("release velocity", velocity);
        }
    }

    /**
     * A controller moves. Bank select, the mode messages and registered parameters are no controllers here; they are in
     * {@link ProgramChange}, {@link AllSoundOff}, {@link ResetControllers}, {@link AllNotesOff}, {@link VoiceMode}, {@link BendRange}, {@link Tuning},
     * {@link ModulationDepth} and {@link MpeZone}. A fine half has become part of its coarse one.
     *
     * @param channel 0..15
     * @param number  0..119
     * @param value   0..1
     */
    record Controller(int source, int channel, int number, float value) implements Command {
        public Controller {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("controller number", number, 119);
            Ranges.unit("controller value", value);
        }
    }

    /**
     * The bend wheel moves.
     *
     * @param channel 0..15
     * @param value   -1..1, a share of the bend range; 0 is the centre
     */
    record PitchBend(int source, int channel, float value) implements Command {
        public PitchBend {
            Ranges.sourceAndOneChannel(source, channel);
            if (!(value >= -1 && value <= 1)) {
                throw new IllegalArgumentException("pitch bend must be within -1..1, not " + value);
            }
        }
    }

    /**
     * How far the bend wheel bends, both ways, in the place of the preset's own range.
     *
     * @param channel   0..15
     * @param semitones 0..96
     */
    record BendRange(int source, int channel, float semitones) implements Command {
        public BendRange {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.between("bend range", semitones, 0, 96);
        }
    }

    /**
     * A channel is tuned, fine and coarse together.
     *
     * @param channel   0..15
     * @param semitones -65..65, 0 is as the preset is
     */
    record Tuning(int source, int channel, float semitones) implements Command {
        public Tuning {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.between("tuning", semitones, -65, 65);
        }
    }

    /**
     * Keys are tuned one by one, in the place of every other tuning.
     *
     * @param channels bit n: for the notes of channel n, of every source
     * @param pitches  of the keys
     * @param sounding true to retune what sounds, too; else it counts from the next note on
     */
    record KeyTuning(int source, int channels, KeyPitches pitches, boolean sounding) implements Command {
        public KeyTuning {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("channels", channels, 0xFFFF);
            Objects.requireNonNull(pitches, "pitches");
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * How much the modulation wheel does.
     *
     * @param channel   0..15
     * @param semitones 0..128 of vibrato at its upper end; 0.5 is usual
     */
    record ModulationDepth(int source, int channel, float semitones) implements Command {
        /** In semitones: what presets are made for. */
        public static final float USUAL = 0.5f;

        public ModulationDepth {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.between("modulation depth", semitones, 0, 128);
        }
    }

    /**
     * The volume of everything, after all that patches do.
     *
     * @param value 0..1
     */
    record MasterVolume(int source, float value) implements Command {
        public MasterVolume {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.unit("master volume", value);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * An input of a module is given a value, in whichever patch has it; what the patch makes of values beyond its range is its affair.
     *
     * @param parameter a number that stands for {@code module.port}, as the instrument gives them out, 0 or more
     * @param value     finite, in the port's unit
     */
    record SetParameter(int source, int parameter, float value) implements Command {
        public SetParameter {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.between("parameter value", value, -Float.MAX_VALUE, Float.MAX_VALUE);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A knob that is bound to an input of a module is turned; where it stands is a share of the input's range, along its logarithm if it has
     * one.
     *
     * @param parameter as in {@link SetParameter}
     * @param from      where the knob was, 0..1
     * @param to        where it is, 0..1
     * @param picksUp   true if it is to do nothing until it has come to where the value is
     */
    record Turn(int source, int parameter, float from, float to, boolean picksUp) implements Command {
        public Turn {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.unit("knob", from);
            Ranges.unit("knob", to);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A knob without an end that is bound to an input of a module is turned.
     *
     * @param parameter as in {@link SetParameter}
     * @param by        -1..1, a share of the input's range, along its logarithm if it has one
     */
    record Nudge(int source, int parameter, float by) implements Command {
        public Nudge {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.between("turn of a knob", by, -1, 1);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * The keys of a channel are pressed harder or softer.
     *
     * @param channel 0..15
     * @param value   0..1
     */
    record ChannelPressure(int source, int channel, float value) implements Command {
        public ChannelPressure {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.unit("channel pressure", value);
        }
    }

    /**
     * One key is pressed harder or softer.
     *
     * @param channel 0..15
     * @param key     0..127
     * @param value   0..1
     */
    record PolyPressure(int source, int channel, int key, float value) implements Command {
        public PolyPressure {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            Ranges.unit("key pressure", value);
        }
    }

    /**
     * Another preset is called for.
     *
     * @param bank    0..16383: controller 0 times 128 plus controller 32, as last sent on the channel
     * @param program 0..127
     */
    record ProgramChange(int source, int channel, int bank, int program) implements Command {
        public ProgramChange {
            Ranges.sourceAndChannel(source, channel);
            Ranges.within("bank", bank, 16383);
            Ranges.within("program", program, 127);
        }
    }

    /**
     * Another place in the set list is asked for.
     *
     * @param places on, or back if negative
     */
    record Step(int source, int places) implements Command {
        public Step {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /** Silence is asked for, of all sources. */
    record Panic(int source) implements Command {
        public Panic {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /** Silence at once (controller 120). */
    record AllSoundOff(int source, int channel) implements Command {
        public AllSoundOff {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** Controllers, pedals, bend and pressures return to rest (controller 121). */
    record ResetControllers(int source, int channel) implements Command {
        public ResetControllers {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** As if every key were let go; the hold pedal still holds (controllers 123 to 125). */
    record AllNotesOff(int source, int channel) implements Command {
        public AllNotesOff {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /**
     * The tempo outside, which sets that of all that is written in beats.
     *
     * @param beatsPerMinute 10..1000
     */
    record Tempo(int source, float beatsPerMinute) implements Command {
        /** What a tempo may be, in beats per minute. */
        public static final float SLOWEST = 10, FASTEST = 1_000;

        public Tempo {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.between("tempo", beatsPerMinute, SLOWEST, FASTEST);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /** There is no tempo outside any more: what sounds goes on in the last one, later presets have their own. */
    record OwnTempo(int source) implements Command {
        public OwnTempo {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * The same, and then one note at a time, or as many as the preset has (controllers 126 and 127).
     *
     * @param mono true for one
     */
    record VoiceMode(int source, int channel, boolean mono) implements Command {
        public VoiceMode {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /**
     * A song begins, goes on, or jumps: slow waves that are written in beats find their place.
     *
     * @param beats from its beginning, 0 or more and finite
     */
    record SongPosition(int source, double beats) implements Command {
        public SongPosition {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            if (!(beats >= 0 && beats < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("song position must be 0 or more, not " + beats);
            }
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A zone of MIDI Polyphonic Expression, see {@link MpeZones}.
     *
     * @param channel its manager's, 0 or 15
     * @param members how many channels beside it, 0..15; 0 for no zone
     */
    record MpeZone(int source, int channel, int members) implements Command {
        public MpeZone {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("members", members, MpeZones.MOST_MEMBERS);
            if (channel != MpeZones.LOWER && channel != MpeZones.UPPER) {
                throw new IllegalArgumentException("the channel of a zone's manager must be 0 or 15, not " + channel);
            }
        }
    }

    /**
     * The source went away, or its note-offs could not be queued: all its keys and pedals are let go, on every channel.
     *
     * @param leaves true if it went away: its zones are forgotten, too
     */
    record ReleaseSource(int source, boolean leaves) implements Command {
        /** It went away. */
        public ReleaseSource(int source) {
            this(source, true);
        }

        public ReleaseSource {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }
}
