package org.chronus.instrument.engine;

/** Numbers for the keys, and the channels, of every source, so that tables can be arrays. */
final class Keyboard {
    /** Sources that one instrument can tell apart: devices, files and scripts. */
    static final int SOURCES = 64;
    /** Channels of all sources. */
    static final int CHANNELS = SOURCES * 16;

    private Keyboard() { }

    /** A channel of a source; sources beyond the last share its numbers. */
    static int channel(int source, int channel) {
        return Math.min(source, SOURCES - 1) << 4 | channel;
    }

    /** A key on such a channel. */
    static int key(int channelNumber, int key) {
        return channelNumber << 7 | key;
    }

    /** The channel, of all sources, of a key. */
    static int channelOf(int keyNumber) {
        return keyNumber >> 7;
    }

    /** The MIDI key, 0..127, of a key. */
    static int midiKeyOf(int keyNumber) {
        return keyNumber & 127;
    }
}
