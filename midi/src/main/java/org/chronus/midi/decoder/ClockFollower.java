package org.chronus.midi.decoder;

import java.util.function.BiConsumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Transport;

/**
 * Makes commands of one source's clock (24 ticks to the beat), start, continue and song position, while the source has the
 * {@link ClockSource}. Ticks may come early or late, twice, or not at all.
 *
 * <p>A tempo is sent when it differs from the last one by more than three standard deviations of the estimate, and by 0.05 %: less than
 * that nobody hears, but every change makes echoes slide. Tempi outside 20 to 300 beats per minute are passed over. One thread at a time.
 */
final class ClockFollower {
    private static final int TICKS_PER_BEAT = 24, TICKS_PER_POSITION = 6;
    static final double SLOWEST = 20, FASTEST = 300;
    private static final double CERTAIN = 3, LEAST_CHANGE = 0.0005;
    /** No clock of a tempo that counts has ticks as near to each other as this, however they jitter: it is one that came twice. */
    private static final long TWICE_NANOS = 3_000_000;
    /** Four ticks of the slowest tempo: the clock was stopped. */
    private static final long PAUSE_NANOS = 500_000_000;
    /** So many gaps in a row are no lost ticks but a slower tempo. */
    private static final int SLOWER = 4;
    private static final double GAP = 1.5;

    private final int source;
    private final ClockSource lead;
    private final BiConsumer<Long, Command> sink;
    private final TempoEstimate estimate = new TempoEstimate();
    private long latest;
    private int gaps;
    /** Beats per minute as last sent; 0 before that. */
    private double sent;
    private boolean runs;
    private boolean isToBeSaid;
    /** Ticks from the beginning of the song to the next one. */
    private long songTick;

    /** @param sink gets commands and their arrival, on the thread that calls */
    ClockFollower(int source, ClockSource lead, BiConsumer<Long, Command> sink) {
        this.source = source;
        this.lead = lead;
        this.sink = sink;
    }

    /** The song begins with the next tick. */
    void start() {
        songTick = 0;
        proceed();
    }

    /** The song goes on with the next tick. */
    void proceed() {
        runs = true;
        isToBeSaid = true;
    }

    /** The song stands still; what is synchronised goes on in its tempo. */
    void stop() {
        runs = false;
    }

    /** The next tick is so many sixteenth notes from the beginning of the song, 0..16383. */
    void position(int sixteenths) {
        songTick = (long) sixteenths * TICKS_PER_POSITION;
        isToBeSaid = runs;
    }

    /** A tick came. */
    void tick(long nanos) {
        long since = nanos - latest;
        if (estimate.size() > 0 && since < TWICE_NANOS) {
            return;
        }
        if (estimate.size() > 0 && since > PAUSE_NANOS) {
            estimate.forget();
            // By then nobody follows it any more.
            sent = since > ClockSource.PATIENCE ? 0 : sent;
        }
        int steps = steps(since);
        latest = nanos;
        estimate.add(nanos, steps);
        songTick += runs ? steps - 1 : 0;
        double tempo = estimate.secondsPerTick() == 0 ? 0 : 60 / (TICKS_PER_BEAT * estimate.secondsPerTick());
        boolean isTempo = tempo >= SLOWEST && tempo <= FASTEST;
        if ((isTempo || tempo == 0) && lead.hear(source, nanos)) {
            lead(nanos, isTempo, tempo);
        } else {
            sent = 0;
        }
        songTick += runs ? 1 : 0;
    }

    private void lead(long nanos, boolean isTempo, double tempo) {
        if (isTempo && Math.abs(tempo - sent) > Math.max(LEAST_CHANGE, CERTAIN * estimate.uncertainty()) * sent) {
            // Until now the song ran in another tempo.
            isToBeSaid |= runs && sent == 0;
            sent = tempo;
            lead.tempo(tempo);
            sink.accept(nanos, new Transport.Tempo(source, (float) tempo));
        }
        if (isToBeSaid && runs) {
            isToBeSaid = false;
            sink.accept(nanos, new Transport.SongPosition(source, songTick / (double) TICKS_PER_BEAT));
        }
    }

    /** How many ticks on it is. */
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
