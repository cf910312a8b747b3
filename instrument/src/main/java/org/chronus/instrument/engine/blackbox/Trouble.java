package org.chronus.instrument.engine.blackbox;

/** What can go wrong with the sound so that no other engine would do the same again. Immutable; any thread. */
public enum Trouble {
    /** A patch was taken out. */
    FAILURE("a patch failed"),
    /** Another patch took over from it. */
    FAILOVER("another patch took over from one that failed"),
    /** A patch was made to leave, or counted as failed. */
    TAKEN("a patch was taken out for want of time"),
    /** Notes were let go for want of time. */
    SHED("notes were let go for want of time"),
    /** A note took the voice of another for want of time. */
    HELD_BACK("notes took the voices of others for want of time"),
    /** An error of the engine's own. */
    FAULT("the engine made a mistake");

    /** In words. */
    public final String words;

    Trouble(String words) {
        this.words = words;
    }
}
