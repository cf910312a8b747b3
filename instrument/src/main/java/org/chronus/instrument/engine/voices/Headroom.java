package org.chronus.instrument.engine.voices;

/** How many groups of voices there is time for beyond those that run; and how often there was for none. Mutable; audio thread only. */
public final class Headroom {
    private int groups = Integer.MAX_VALUE;
    private int heldBack;

    /** There is time for so many groups more. */
    public void grant(int more) {
        groups = more;
    }

    /** A note asks for a group. False, and counted, if there is no time for one. */
    boolean ask() {
        heldBack += groups > 0 ? 0 : 1;
        return groups > 0;
    }

    /** So many have begun. */
    void take(int begun) {
        groups -= begun;
    }

    /** Notes that were struck while there was no time for more groups. */
    public int heldBack() {
        return heldBack;
    }
}
