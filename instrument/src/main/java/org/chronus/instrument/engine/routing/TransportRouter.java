package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PatchCall;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.SongClock;

/** Routes tempo and place of a clock or a song, to every patch that sounds, and to one that takes over. Audio thread only. */
final class TransportRouter {
    private static final PatchCall LEAVE_SONG = (patch, _, _, _) -> patch.notes().leaveSong();

    private final Slots slots;
    private final SongClock song;
    /** In beats per minute; not a number while there is none. */
    private float tempo = Float.NaN;

    TransportRouter(Slots slots, SongClock song) {
        this.slots = slots;
        this.song = song;
    }

    /** A patch takes over. */
    void takeOver(Slot slot) {
        if (!Float.isNaN(tempo)) {
            slot.tempo(tempo, true);
        }
        if (song.isRunning()) {
            slot.locate(song.beats());
        }
    }

    /** There is a tempo outside: at once where no note was played yet, so that a song begins in its tempo. */
    void tempo(float beatsPerMinute) {
        tempo = beatsPerMinute;
        song.tempo(beatsPerMinute);
        for (Slot slot : slots.both()) {
            slot.tempo(beatsPerMinute, !slot.wasPlayed());
        }
    }

    /** There is none any more: what sounds keeps the last one. */
    void ownTempo() {
        tempo = Float.NaN;
        song.leave();
        for (Slot slot : slots.both()) {
            slot.call(LEAVE_SONG, 0, 0, 0);
        }
    }

    /** A song runs, and is there. */
    void locate(double beats) {
        song.locate(beats);
        for (Slot slot : slots.both()) {
            slot.locate(beats);
        }
    }
}
