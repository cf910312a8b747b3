package org.chronus.midi.song;

/**
 * An event of a track. Immutable, but for its bytes, which nobody changes; any thread.
 *
 * @param tick  from the start of the song
 * @param meta  the type of a meta event; {@link #MESSAGE} for a MIDI message
 * @param bytes the data of a meta event; a whole message, its status included
 */
record TrackEvent(long tick, int meta, byte[] bytes) {
    static final int MESSAGE = -1, TEMPO = 0x51, END_OF_TRACK = 0x2F;
}
