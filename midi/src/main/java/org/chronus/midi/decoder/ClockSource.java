package org.chronus.midi.decoder;

/**
 * Which of several sources sets the tempo: the first that sends a clock, until it has been silent for two seconds. The others are passed
 * over meanwhile. Any thread but the audio thread.
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

    /** A source's clock ticked, in a tempo that counts or is not known yet. True if that source leads. */
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

    /** The leader's tempo, in beats per minute. */
    public synchronized void tempo(double beatsPerMinute) {
        tempo = beatsPerMinute;
    }

    /** The source that has been silent for too long, and leads no longer; {@link #NOBODY} if all is as it was. */
    public synchronized int end(long now) {
        int ended = leader != NOBODY && now - heard > PATIENCE ? leader : NOBODY;
        if (ended != NOBODY) {
            leader = NOBODY;
            other = NOBODY;
            tempo = 0;
        }
        return ended;
    }

    /** Who leads, or {@link #NOBODY}. */
    public synchronized int leader() {
        return leader;
    }

    /** The leader's tempo, in beats per minute; 0 while it is not known. */
    public synchronized double tempo() {
        return tempo;
    }

    /** Who sends a clock, too, or {@link #NOBODY}. */
    public synchronized int other() {
        return other;
    }

    /** Ticks of others that were passed over. */
    public synchronized long ignored() {
        return ignored;
    }
}
