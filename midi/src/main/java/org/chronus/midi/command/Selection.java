package org.chronus.midi.command;

/** Which preset is to play. */
public sealed interface Selection extends Command {
    /**
     * Another preset is called for.
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
     * Another place in the set list is asked for.
     *
     * @param places on, or back if negative
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
     * The place in time of a change of the patch: what was asked for under this number takes over at the first grid line at or after it.
     * What comes before it is for the patch that plays, what comes after it for the next one, as soon as that is ready.
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
