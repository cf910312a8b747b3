package org.chronus.instrument.engine.state;

import org.chronus.modules.patch.player.BeatLine;

/** Where the song outside is, for patches that take over while it runs. Mutable; audio thread only. */
public final class SongClock {
    private final BeatLine line;
    private boolean running;
    private long now;

    /** @param sampleRate in Hz */
    public SongClock(double sampleRate) {
        line = new BeatLine(sampleRate, 60);
    }

    /** [while nothing is rendered] Another rate, in Hz. */
    public void rate(double hertz) {
        line.rate(now, hertz);
    }

    /** It is this frame, counted from the engine's start. */
    public void moveTo(long frame) {
        now = frame;
    }

    /** Its tempo from now on. */
    public void tempo(double beatsPerMinute) {
        line.tempo(now, beatsPerMinute);
    }

    /** It runs, and is so many beats from its beginning. */
    public void locate(double beats) {
        line.locate(now, beats);
        running = true;
    }

    /** There is none any more. */
    public void leave() {
        running = false;
    }

    /** True while its place is known. */
    public boolean isRunning() {
        return running;
    }

    /** Beats from its beginning. */
    public double beats() {
        return line.at(now);
    }
}
