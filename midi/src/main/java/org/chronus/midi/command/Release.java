package org.chronus.midi.command;

/** A command that ends notes, or resets controllers, all at once. Immutable; any thread. */
public sealed interface Release extends Command {
    /** All sound ends at once (controller 120). */
    record AllSoundOff(int source, int channel) implements Release, ExactCommand {
        public AllSoundOff {
            Ranges.sourceAndChannel(source, channel);
        }
    }

    /** Every key is released; what the hold pedal holds sounds on (controllers 123 to 125). */
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

    /** Everything is to be silenced, whatever source it came from. */
    record Panic(int source) implements Release, ControlCommand {
        public Panic {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * All keys and pedals of a source are released, on every channel: it was disconnected, or its note-offs could not be queued.
     *
     * @param leaves true if it was disconnected: its MPE zones end as well
     */
    record ReleaseSource(int source, boolean leaves) implements Release, ExactCommand {
        /** For a source that was disconnected. */
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
