package org.chronus.midi.decoder;

/**
 * Chooses which of several sources sets the tempo: the first that sends a clock, until it has been silent for two seconds. Clocks of other
 * sources are ignored meanwhile. Mutable and synchronized; any thread but the audio thread.
 */
public final class ClockSource {
    static final long PATIENCE = 2_000_000_000;
    /** No source. */
    public static final int NOBODY = -1;

    private int leader = NOBODY;
    private int other = NOBODY;
    private long heard;
    private double tempo;
    private long ignored;

    /** A clock tick of a source whose tempo is valid or not known yet. True if that source sets the tempo. */
    synchronized boolean hear(int source, long nanos) {
        if (leader == NOBODY || leader != source && nanos - heard > PATIENCE) {
            leader = source;
            tempo = 0;
        }
        if (leader == source) {
            heard = nanos;
            return true;
        }
        other = source;
        ignored++;
        return false;
    }

    /** Sets the tempo of the chosen source, in beats per minute. */
    public synchronized void tempo(double beatsPerMinute) {
        tempo = beatsPerMinute;
    }

    /** The source that was given up because it has been silent for too long; {@link #NOBODY} if none was. */
    public synchronized int end(long now) {
        int ended = leader != NOBODY && now - heard > PATIENCE ? leader : NOBODY;
        if (ended != NOBODY) {
            leader = NOBODY;
            other = NOBODY;
            tempo = 0;
        }
        return ended;
    }

    /** The source that sets the tempo, or {@link #NOBODY}. */
    public synchronized int leader() {
        return leader;
    }

    /** The tempo of the chosen source, in beats per minute; 0 while it is not known. */
    public synchronized double tempo() {
        return tempo;
    }

    /** The latest other source that sends a clock, or {@link #NOBODY}. */
    public synchronized int other() {
        return other;
    }

    /** The number of ticks of other sources that were ignored. */
    public synchronized long ignored() {
        return ignored;
    }
}
