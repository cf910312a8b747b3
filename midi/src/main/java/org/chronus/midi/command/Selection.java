package org.chronus.midi.command;

/** Which preset is to play. */
public sealed interface Selection extends Command {
    /**
     * Another preset is called for.
     *
     * @param bank    0..16383: controller 0 times 128 plus controller 32, as last sent on the channel
     * @param program 0..127
     */
    record ProgramChange(int source, int channel, int bank, int program) implements Selection {
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
    record Step(int source, int places) implements Selection {
        public Step {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }
}
