package org.chronus.midi.command;

import java.util.Objects;

/** How what is played is to sound from now on, until it is set anew: ranges, tunings, zones, the volume of everything. */
public sealed interface Setting extends Command {
    /**
     * How far the bend wheel bends, both ways, in the place of the preset's own range.
     *
     * @param channel   0..15
     * @param semitones 0..96
     */
    record BendRange(int source, int channel, float semitones) implements Setting, ExactCommand, GridCommand {
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
    record Tuning(int source, int channel, float semitones) implements Setting, GridCommand {
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
    record KeyTuning(int source, int channels, KeyPitches pitches, boolean sounding) implements Setting, ExactCommand {
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
    record ModulationDepth(int source, int channel, float semitones) implements Setting, GridCommand {
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
    record MasterVolume(int source, float value) implements Setting, GridCommand {
        public MasterVolume {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.unit("master volume", value);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * As {@link Release.AllNotesOff}, and then one note at a time, or as many as the preset has (controllers 126 and 127).
     *
     * @param mono true for one
     */
    record VoiceMode(int source, int channel, boolean mono) implements Setting, ExactCommand {
        public VoiceMode {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /**
     * A zone of MIDI Polyphonic Expression, see {@link MpeZones}.
     *
     * @param channel its manager's, 0 or 15
     * @param members how many channels beside it, 0..15; 0 for no zone
     */
    record MpeZone(int source, int channel, int members) implements Setting, ExactCommand, GridCommand {
        public MpeZone {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("members", members, MpeZones.MOST_MEMBERS);
            if (channel != MpeZones.LOWER && channel != MpeZones.UPPER) {
                throw new IllegalArgumentException("the channel of a zone's manager must be 0 or 15, not " + channel);
            }
        }
    }
}
