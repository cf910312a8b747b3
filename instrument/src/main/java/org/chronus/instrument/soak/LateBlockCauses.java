package org.chronus.instrument.soak;

import java.util.EnumMap;
import java.util.Map;

/**
 * Callbacks that took longer than a period, by whose fault.
 *
 * @param ours       worked for a period: on code that went back to the interpreter, or more of them than plain arithmetic, measured beside
 *                   them, is late in the same way
 * @param collector  stood still in a pause of the collector
 * @param collecting worked for a period while the collector moved things about: less those that chance alone would put there
 * @param compiler   had no processor while the compiler had one
 * @param machine    had no processor for other reasons, or seemed to work as long as plain arithmetic seems to now and then
 * @param busy       those that seem to have worked for a period, with no collector at work or there by chance, and did not come so late
 *                   themselves that they had two to make up for: they are among ours and the machine's
 * @param reference  how often plain arithmetic, for as long as the blocks took, seemed to
 */
public record LateBlockCauses(int ours, int collector, int collecting, int compiler, int machine, int busy, int reference) {
    /** Standard deviations of a difference of two counts: seven to none is too much, six are not. */
    private static final double RARE_DEVIATIONS = 2.5;

    /** What was seen of a late callback. */
    enum Sight { RETURNED, BUSY, COLLECTING, PAUSED, COMPILING, WAITED }

    /** Judges all that the probe has kept. The monitor has been closed. */
    static LateBlockCauses of(CallbackProbe probe, JfrMonitor monitor) {
        Map<Sight, Integer> seen = new EnumMap<>(Sight.class);
        CallbackProbe.Late[] latest = probe.latest();
        for (CallbackProbe.Late late : latest) {
            seen.merge(look(late, probe.periodNanos(), monitor), 1, Integer::sum);
        }
        seen.merge(Sight.WAITED, probe.late() - latest.length, Integer::sum);
        return of(seen, probe.reference(), monitor.collectingShare());
    }

    private static Sight look(CallbackProbe.Late late, double periodNanos, JfrMonitor monitor) {
        if (late.worked(periodNanos) && monitor.sawReturn(late)) {
            return Sight.RETURNED;
        }
        if (late.isBusy(periodNanos)) {
            return monitor.sawCollection(late) ? Sight.COLLECTING : Sight.BUSY;
        }
        if (monitor.sawPause(late)) {
            return Sight.PAUSED;
        }
        return monitor.sawCompilation(late) ? Sight.COMPILING : Sight.WAITED;
    }

    /** @param share the part of the time, 0 .. 1, that the collector was at work */
    static LateBlockCauses of(Map<Sight, Integer> seen, int reference, double share) {
        int beside = seen.getOrDefault(Sight.COLLECTING, 0), busy = seen.getOrDefault(Sight.BUSY, 0);
        int chance = Math.min(beside, (int) Math.ceil(busy * share / (1 - share)));
        busy += chance;
        int surplus = isAccident(busy, reference) ? 0 : busy - reference;
        return new LateBlockCauses(seen.getOrDefault(Sight.RETURNED, 0) + surplus, seen.getOrDefault(Sight.PAUSED, 0), beside - chance,
                seen.getOrDefault(Sight.COMPILING, 0), seen.getOrDefault(Sight.WAITED, 0) + busy - surplus, busy, reference);
    }

    /** True unless the two differ by more than chance would let them once in a hundred times if both were equally prone. */
    static boolean isAccident(int busy, int reference) {
        return busy - reference <= RARE_DEVIATIONS * Math.sqrt(busy + reference);
    }
}
