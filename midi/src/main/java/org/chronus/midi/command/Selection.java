package org.chronus.midi.command;

/** A choice of the preset to play, or of what a channel plays within it. Immutable; any thread. */
public sealed interface Selection extends Command {
    /**
     * A program change.
     *
     * @param bank    0..16383: controller 0 times 128 plus controller 32, as last sent on the channel
     * @param program 0..127
     */
    record ProgramChange(int source, int channel, int bank, int program) implements Selection, ControlCommand {
        public ProgramChange {
            Ranges.sourceAndChannel(source, channel);
            Ranges.within("bank", bank, 16383);
            Ranges.within("program", program, 127);
        }

        @Override public int rank() {
            return 0;
        }
    }

    /**
     * A program change that chooses no preset: the present one's instruments that give each channel a sound of its own play that program on it.
     *
     * @param channel 0..15, or {@link #ALL_CHANNELS}
     * @param bank    0..16383, as in {@link ProgramChange}
     * @param program 0..127
     */
    record ChannelProgram(int source, int channel, int bank, int program) implements Selection, ExactCommand {
        public ChannelProgram {
            Ranges.sourceAndChannel(source, channel);
            Ranges.within("bank", bank, 16383);
            Ranges.within("program", program, 127);
        }

        /** Bank and program together: 128 for each bank, and then the program. */
        public int number() {
            return bank << 7 | program;
        }

        /** The one that such a change becomes. */
        public static ChannelProgram of(ProgramChange change) {
            return new ChannelProgram(change.source(), change.channel(), change.bank(), change.program());
        }

        @Override public int rank() {
            return 0;
        }
    }

    /**
     * A step in the set list.
     *
     * @param places forwards; backwards if negative
     */
    record Step(int source, int places) implements Selection, ControlCommand {
        public Step {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * The frame at which a change of patch takes effect: the patch that was requested under this number takes over at the first grid line at or
     * after it. Commands before it are for the present patch, commands after it for the next one, as soon as that is ready.
     *
     * @param number of the request, 1 or more
     */
    record Commit(int source, long number) implements Selection {
        public Commit {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            if (number < 1) {
                throw new IllegalArgumentException("the number of a request must be 1 or more, not " + number);
            }
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }

        @Override public int rank() {
            return 0;
        }
    }
}
