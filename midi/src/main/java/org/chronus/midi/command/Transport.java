package org.chronus.midi.command;

/** Tempo and position of an external clock or of a song. Immutable; any thread. */
public sealed interface Transport extends Command {
    /**
     * The external tempo. It sets the tempo of everything that is written in beats.
     *
     * @param beatsPerMinute 10..1000
     */
    record Tempo(int source, float beatsPerMinute) implements Transport, GridCommand {
        /** The limits of a tempo, in beats per minute. */
        public static final float SLOWEST = 10, FASTEST = 1_000;

        public Tempo {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.between("tempo", beatsPerMinute, SLOWEST, FASTEST);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /** The external tempo ended. Patches that sound keep it; later presets have their own. */
    record OwnTempo(int source) implements Transport, GridCommand {
        public OwnTempo {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A song starts, continues, or jumps to a position. LFOs with a rate in beats follow.
     *
     * @param beats from its beginning, 0 or more and finite
     */
    record SongPosition(int source, double beats) implements Transport, GridCommand {
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
}
