package org.chronus.modules.patch.note;

import java.util.List;

import org.chronus.modules.Signal;

/** The controllers of a voice group: for each a {@link PlayerSignal}. Built by the loader, run on the audio thread. */
public final class PlayerSignals {
    private final List<PlayerRamps> ramps;
    private final PlayerSignal[] all;

    /** One for each of them. */
    public PlayerSignals(List<PlayerRamps> ramps) {
        this.ramps = ramps;
        all = ramps.stream().map(PlayerSignal::new).toArray(PlayerSignal[]::new);
    }

    /** [loader] The signal that follows one of them. */
    public Signal of(PlayerRamps one) {
        return all[ramps.indexOf(one)];
    }

    /** [audio] A voice is this player's from a frame on; without a step if it {@code sounds}. */
    public void assign(int lane, int player, int frame, boolean sounds) {
        for (PlayerSignal signal : all) {
            signal.assign(lane, player, frame, sounds);
        }
    }

    /** Every voice is the first player's again. */
    public void clear() {
        for (PlayerSignal signal : all) {
            signal.clear();
        }
    }

    /** [audio] Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        boolean changed = false;
        for (PlayerSignal signal : all) {
            changed |= signal.generate(start, limit);
        }
        return changed;
    }
}
