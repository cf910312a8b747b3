package org.chronus.presets.preset;

/** What happens to the sounding preset when this one takes over. */
public enum Transition {
    /** What is held keeps ringing. */
    RING,
    /** The old one fades out while this one fades in. */
    CROSSFADE,
    /** The old one ends within 3 ms. */
    CUT
}
