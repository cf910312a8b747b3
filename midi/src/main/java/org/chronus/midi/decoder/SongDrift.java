package org.chronus.midi.decoder;

/**
 * How far a song has gone from where it must be thought to be by the place and the tempo that were sent last: a tempo is known to a share of
 * a percent only, and in minutes that adds up to what can be heard. Ticks that come early or late are averaged over a beat. Mutable; one thread
 * at a time.
 */
final class SongDrift {
    private static final int TICKS = 24;
    /** Less is not heard. */
    private static final double LEAST_SECONDS = 0.003;

    private long nanos;
    private double beats;
    private double beatsPerMinute;
    private double sum;
    private int ticks;

    /** The song was said to be there, in a tempo. */
    void place(long now, double where, double tempo) {
        nanos = now;
        beats = where;
        beatsPerMinute = tempo;
        sum = 0;
        ticks = 0;
    }

    /** Another tempo was sent. */
    void tempo(long now, double tempo) {
        beats = at(now);
        nanos = now;
        beatsPerMinute = tempo;
    }

    /** Where it is thought to be. */
    private double at(long now) {
        return beats + (now - nanos) * 1e-9 * beatsPerMinute / 60;
    }

    /** A tick came, so many beats from the beginning. True if the place is to be sent again. */
    boolean add(long now, double where) {
        if (ticks == TICKS) {
            sum = 0;
            ticks = 0;
        }
        sum += where - at(now);
        ticks++;
        return ticks == TICKS && Math.abs(mean()) > LEAST_SECONDS * beatsPerMinute / 60;
    }

    private double mean() {
        return sum / ticks;
    }

    /** The place that is to be sent, without the unsteadiness of single ticks. */
    double corrected(long now) {
        return Math.max(0, at(now) + mean());
    }
}
