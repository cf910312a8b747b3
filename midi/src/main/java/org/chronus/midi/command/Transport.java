package org.chronus.midi.command;

/** The time of a clock or a song outside: how fast it goes, and where it is. */
public sealed interface Transport extends Command {
    /**
     * The tempo outside, which sets that of all that is written in beats.
     *
     * @param beatsPerMinute 10..1000
     */
    record Tempo(int source, float beatsPerMinute) implements Transport, GridCommand {
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
    record OwnTempo(int source) implements Transport, GridCommand {
        public OwnTempo {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A song begins, goes on, or jumps: slow waves that are written in beats find their place.
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
