package org.chronus.instrument.engine.state;

import java.util.Arrays;

import org.chronus.modules.patch.Part;

/**
 * The players of the instrument. A player is a channel of a source: bend, pressure and controllers that come there are for its notes. While
 * none was played there, as on a box of faders or a pedal of its own, they are for the notes of every source on that MIDI channel. One set
 * for the whole instrument. Audio thread only.
 */
public final class Players {
    /** No player. */
    public static final int NONE = -1;
    /** Players beyond the last take the place of one that was there before. */
    static final int MOST = Part.PLAYERS;

    /** By the numbers of {@link KeyNumbers}. */
    private final int[] players = new int[KeyNumbers.CHANNELS];
    private final int[] channels = new int[MOST];
    private final boolean[] hasPlayed = new boolean[MOST];
    private int replaced = NONE;

    Players() {
        Arrays.fill(players, NONE);
        Arrays.fill(channels, NONE);
    }

    /** The player of a channel of a source; {@link #NONE} if nothing has come there. */
    public int of(int channel) {
        return players[channel];
    }

    /** Something comes on a channel for the first time. Returns its player's number. */
    public int add(int channel) {
        int player = free();
        if (channels[player] != NONE) {
            players[channels[player]] = NONE;
        }
        channels[player] = channel;
        players[channel] = player;
        hasPlayed[player] = false;
        return player;
    }

    private int free() {
        for (int player = 0; player < MOST; player++) {
            if (channels[player] == NONE) {
                return player;
            }
        }
        replaced = (replaced + 1) % MOST;
        return replaced;
    }

    /** A player plays a note. */
    public void play(int player) {
        hasPlayed[player] = true;
    }

    /** One that is on the MIDI channel of this channel of a source, and has not played; {@link #NONE} if there is none. */
    public int withoutNotes(int channel) {
        for (int player = 0; player < MOST; player++) {
            if (isOn(player, channel & 15) && !hasPlayed[player]) {
                return player;
            }
        }
        return NONE;
    }

    /** There are no players any more on the sixteen channels from this one on. */
    public void forget(int first) {
        for (int channel = first; channel < first + 16; channel++) {
            if (players[channel] != NONE) {
                channels[players[channel]] = NONE;
                players[channel] = NONE;
            }
        }
    }

    /** The first player for whom it is what comes on a channel of a source. */
    public int first(int channel) {
        int own = players[channel];
        return own == NONE || hasPlayed[own] ? own : next(channel, NONE);
    }

    /** The next one; {@link #NONE} if there is none. */
    public int next(int channel, int player) {
        int own = players[channel];
        for (int other = player + 1; other < MOST && own != NONE && !hasPlayed[own]; other++) {
            if (isOn(other, channel & 15)) {
                return other;
            }
        }
        return NONE;
    }

    /** True if a player is on a MIDI channel, 0..15, of whatever source. */
    public boolean isOn(int player, int midiChannel) {
        return channels[player] != NONE && (channels[player] & 15) == midiChannel;
    }
}
