package org.chronus.midi.command;

/** A choice of the preset to play. Immutable; any thread. */
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
