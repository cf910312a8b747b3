package org.chronus.midi.command;

/**
 * The MPE zones (MIDI Polyphonic Expression 1.0) of one source. The lower zone has channel 0 as its manager and members from 1 upwards; the
 * upper zone has channel 15 and members from 14 downwards. At first there is none. Mutable; one thread at a time; allocates nothing.
 */
public final class MpeZones {
    /** The managers' channels. */
    public static final int LOWER = 0, UPPER = 15;
    /** The most members of a zone: all channels but its manager. */
    public static final int MOST_MEMBERS = 15;
    /** The most members of two zones together. */
    private static final int MOST_OF_BOTH = 14;

    private int lower;
    private int upper;

    /**
     * Sets the number of members of a zone, 0 to end it. The other zone shrinks to the channels that are left, or ends.
     *
     * @param manager {@link #LOWER} or {@link #UPPER}
     */
    public void configure(int manager, int members) {
        lower = lowerAfter(manager, members);
        upper = upperAfter(manager, members);
    }

    /** The channels, as bits, that belong to a zone before or after such a change; 0 if nothing would change. */
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

    /** Ends both zones. */
    public void clear() {
        lower = 0;
        upper = 0;
    }

    /** The manager channel of the zone that a channel belongs to, 0..15; the channel itself if it is in no zone. */
    public int manager(int channel) {
        return channel > LOWER && channel <= lower ? LOWER : channel < UPPER && channel >= UPPER - upper ? UPPER : channel;
    }

    /** True if the channel is a member of a zone: its bend, pressure and timbre are those of single notes. */
    public boolean isMember(int channel) {
        return manager(channel) != channel;
    }

    /** True if the channel is a member or the manager of a zone. */
    public boolean isInZone(int channel) {
        return isMember(channel) || channel == LOWER && lower > 0 || channel == UPPER && upper > 0;
    }

    /**
     * True if a message on {@code channel}, or for {@link Command#ALL_CHANNELS}, applies to {@code other}: it is the same channel, or a member
     * of the zone that {@code channel} manages.
     */
    public boolean reaches(int channel, int other) {
        return channel == other || channel == Command.ALL_CHANNELS || channel == manager(other);
    }
}
