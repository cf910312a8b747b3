package org.chronus.instrument.engine.state;

/** Numbers for the keys, and the channels, of every source, so that tables can be arrays. */
public final class KeyNumbers {
    /** Sources that one instrument can tell apart: devices, files and scripts. */
    public static final int SOURCES = 64;
    /** Channels of all sources. */
    public static final int CHANNELS = SOURCES * 16;

    private KeyNumbers() { }

    /** A channel of a source; sources beyond the last share its numbers. */
    public static int channel(int source, int channel) {
        return Math.min(source, SOURCES - 1) << 4 | channel;
    }

    /** A key on such a channel. */
    public static int key(int channelNumber, int key) {
        return channelNumber << 7 | key;
    }

    /** The channel, of all sources, of a key. */
    public static int channelOf(int keyNumber) {
        return keyNumber >> 7;
    }

    /** The MIDI key, 0..127, of a key. */
    public static int midiKeyOf(int keyNumber) {
        return keyNumber & 127;
    }
}
