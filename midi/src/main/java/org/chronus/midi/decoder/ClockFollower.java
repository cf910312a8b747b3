package org.chronus.midi.decoder;

import java.util.function.BiConsumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Transport;

/**
 * Turns one source's MIDI clock (24 ticks to the beat), start, continue, stop and song position into tempo and position commands, while the
 * {@link ClockSource} has chosen that source. Ticks may come early or late, twice, or not at all. Mutable; one thread at a time.
 *
 * <p>A tempo is sent when it differs from the last one by more than three standard deviations of the estimate, and by 0.05 %: smaller
 * changes are inaudible, but every change makes echoes slide. What they add up to is sent as a place of the song, see {@link SongDrift}.
 * Tempi outside 20 to 300 beats per minute are ignored.
 */
final class ClockFollower {
    private static final int TICKS_PER_BEAT = 24, TICKS_PER_POSITION = 6;
    static final double SLOWEST = 20, FASTEST = 300;
    private static final double CERTAIN = 3, LEAST_CHANGE = 0.0005;
    /** A tick that follows another one sooner than this is a duplicate: even with jitter, no valid tempo has ticks so close. */
    private static final long TWICE_NANOS = 3_000_000;
    /** Four ticks of the slowest tempo: the clock was stopped. */
    private static final long PAUSE_NANOS = 500_000_000;
    /** After so many gaps in a row the tempo is taken to be slower, and no ticks to be lost. */
    private static final int SLOWER = 4;
    private static final double GAP = 1.5;

    private final int source;
    private final ClockSource clockSource;
    private final BiConsumer<Long, Command> sink;
    private final TempoEstimate estimate = new TempoEstimate();
    private final SongDrift drift = new SongDrift();
    private long latest;
    private int gaps;
    /** Beats per minute as last sent; 0 before that. */
    private double sent;
    private boolean runs;
    private boolean positionPending;
    /** Ticks from the beginning of the song to the next one. */
    private long songTick;

    /** @param sink gets commands and their arrival, on the thread that calls */
    ClockFollower(int source, ClockSource clockSource, BiConsumer<Long, Command> sink) {
        this.source = source;
        this.clockSource = clockSource;
        this.sink = sink;
    }

    /** Start: the song begins with the next tick. */
    void start() {
        songTick = 0;
        resume();
    }

    /** Continue: the song goes on with the next tick. */
    void resume() {
        runs = true;
        positionPending = true;
    }

    /** Stop: the song position stays; the tempo stays in force. */
    void stop() {
        runs = false;
    }

    /** Song position of the next tick, in sixteenth notes from the beginning of the song, 0..16383. */
    void position(int sixteenths) {
        songTick = (long) sixteenths * TICKS_PER_POSITION;
        positionPending = runs;
    }

    /** A clock tick. */
    void tick(long nanos) {
        long since = nanos - latest;
        if (estimate.size() > 0 && since < TWICE_NANOS) {
            return;
        }
        if (estimate.size() > 0 && since > PAUSE_NANOS) {
            estimate.forget();
            // By then the clock source has given it up.
            sent = since > ClockSource.PATIENCE ? 0 : sent;
        }
        int steps = steps(since);
        latest = nanos;
        estimate.add(nanos, steps);
        songTick += runs ? steps - 1 : 0;
        double tempo = estimate.secondsPerTick() == 0 ? 0 : 60 / (TICKS_PER_BEAT * estimate.secondsPerTick());
        boolean isTempo = tempo >= SLOWEST && tempo <= FASTEST;
        if ((isTempo || tempo == 0) && clockSource.hear(source, nanos)) {
            follow(nanos, isTempo, tempo);
        } else {
            sent = 0;
        }
        songTick += runs ? 1 : 0;
    }

    private void follow(long nanos, boolean isTempo, double tempo) {
        if (isTempo && Math.abs(tempo - sent) > Math.max(LEAST_CHANGE, CERTAIN * estimate.uncertainty()) * sent) {
            // Until now the song ran in another tempo.
            positionPending |= runs && sent == 0;
            sent = tempo;
            drift.tempo(nanos, tempo);
            clockSource.tempo(tempo);
            sink.accept(nanos, new Transport.Tempo(source, (float) tempo));
        }
        if (positionPending && runs) {
            positionPending = false;
            place(nanos, songTick / (double) TICKS_PER_BEAT);
        } else if (runs && sent > 0 && drift.add(nanos, songTick / (double) TICKS_PER_BEAT)) {
            place(nanos, drift.corrected(nanos));
        }
    }

    private void place(long nanos, double beats) {
        drift.place(nanos, beats, sent);
        sink.accept(nanos, new Transport.SongPosition(source, beats));
    }

    /** How many ticks have passed: more than one if some were lost. */
    private int steps(long since) {
        double usual = estimate.size() == 0 ? 0 : estimate.secondsPerTick() * 1e9;
        if (usual == 0 || since < GAP * usual) {
            gaps = 0;
            return 1;
        }
        gaps++;
        if (gaps == SLOWER) {
            gaps = 0;
            estimate.forget();
            return 1;
        }
        return (int) Math.round(since / usual);
    }
}
