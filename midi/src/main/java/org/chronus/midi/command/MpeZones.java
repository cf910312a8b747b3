package org.chronus.midi.command;

/**
 * Which channels of one source belong to a zone of MIDI Polyphonic Expression 1.0: the lower one has channel 0 for its manager and its
 * members from 1 upwards, the upper one 15 and from 14 downwards. At first there is none. Allocates nothing; one thread at a time.
 */
public final class MpeZones {
    /** The managers' channels. */
    public static final int LOWER = 0, UPPER = 15;
    /** Most members of a zone: all channels but its manager's. */
    public static final int MOST_MEMBERS = 15;
    /** Two zones have two managers. */
    private static final int MOST_OF_BOTH = 14;

    private int lower;
    private int upper;

    /**
     * A zone gets so many members, 0 for no zone; the other one shrinks to what is left, or ends.
     *
     * @param manager {@link #LOWER} or {@link #UPPER}
     */
    public void configure(int manager, int members) {
        lower = lowerAfter(manager, members);
        upper = upperAfter(manager, members);
    }

    /** Bit n: channel n is in a zone that would change, or will be; 0 if nothing would. */
    public int changes(int manager, int members) {
        int nextLower = lowerAfter(manager, members), nextUpper = upperAfter(manager, members);
        int below = lower == nextLower ? 0 : (2 << Math.max(lower, nextLower)) - 1;
        int above = upper == nextUpper ? 0 : 0xFFFF & -1 << UPPER - Math.max(upper, nextUpper);
        return below | above;
    }

    private int lowerAfter(int manager, int members) {
        return manager == LOWER ? members : Math.min(lower, left(members));
    }

    private int upperAfter(int manager, int members) {
        return manager == UPPER ? members : Math.min(upper, left(members));
    }

    private static int left(int members) {
        return members == 0 ? MOST_MEMBERS : Math.max(0, MOST_OF_BOTH - members);
    }

    /** There is no zone any more. */
    public void clear() {
        lower = 0;
        upper = 0;
    }

    /** The channel whose parts play what comes on this one, 0..15: that of its zone's manager, or itself. */
    public int manager(int channel) {
        return channel > LOWER && channel <= lower ? LOWER : channel < UPPER && channel >= UPPER - upper ? UPPER : channel;
    }

    /** True if it says of single notes what other channels say of all. */
    public boolean isMember(int channel) {
        return manager(channel) != channel;
    }

    /** True if it is in a zone, a manager's included. */
    public boolean isInZone(int channel) {
        return isMember(channel) || channel == LOWER && lower > 0 || channel == UPPER && upper > 0;
    }

    /**
     * True if what comes on {@code channel}, or for {@link Command#ALL_CHANNELS}, is for {@code other}, too: the same, or one that it
     * manages.
     */
    public boolean reaches(int channel, int other) {
        return channel == other || channel == Command.ALL_CHANNELS || channel == manager(other);
    }
}
