package org.chronus.midi.command;

import java.util.Objects;

/** A setting that lasts until it is set again: bend range, tuning, MPE zone, voice mode, master volume and tuning. Immutable; any thread. */
public sealed interface Setting extends Command {
    /**
     * The bend range of a channel, in both directions. It replaces the range of the preset.
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
     * The tuning of a channel, fine and coarse together.
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
     * The pitches of single keys. They replace every other tuning.
     *
     * @param channels bit n: for the notes of channel n, of every source
     * @param pitches  of the keys
     * @param sounding true to retune notes that sound as well; false to begin with the next note
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
     * The depth of modulation by the wheel.
     *
     * @param channel   0..15
     * @param semitones 0..128 of vibrato at its upper end; 0.5 is usual
     */
    record ModulationDepth(int source, int channel, float semitones) implements Setting, GridCommand {
        /** The depth, in semitones, that presets are made for. */
        public static final float USUAL = 0.5f;

        public ModulationDepth {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.between("modulation depth", semitones, 0, 128);
        }
    }

    /**
     * The master volume, applied after all patches.
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
     * The tuning of everything, added to that of the channels.
     *
     * @param semitones -65..65
     */
    record MasterTuning(int source, float semitones) implements Setting, GridCommand {
        public MasterTuning {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.between("master tuning", semitones, -65, 65);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * Mono or poly mode (controllers 126 and 127): all notes off, then one note at a time, or as many as the preset has.
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
