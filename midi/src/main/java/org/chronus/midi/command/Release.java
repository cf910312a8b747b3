package org.chronus.midi.command;

/** What was played or moved comes to an end, all at once. */
public sealed interface Release extends Command {
    /** Silence at once (controller 120). */
    record AllSoundOff(int source, int channel) implements Release, ExactCommand {
        public AllSoundOff {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** As if every key were let go; the hold pedal still holds (controllers 123 to 125). */
    record AllNotesOff(int source, int channel) implements Release, ExactCommand {
        public AllNotesOff {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** Controllers, pedals, bend and pressures return to rest (controller 121). */
    record ResetControllers(int source, int channel) implements Release, ExactCommand, GridCommand {
        public ResetControllers {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** Silence is asked for, of all sources. */
    record Panic(int source) implements Release, ControlCommand {
        public Panic {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * The source went away, or its note-offs could not be queued: all its keys and pedals are let go, on every channel.
     *
     * @param leaves true if it went away: its zones are forgotten, too
     */
    record ReleaseSource(int source, boolean leaves) implements Release, ExactCommand {
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
