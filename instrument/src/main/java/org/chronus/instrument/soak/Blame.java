package org.chronus.instrument.soak;

/**
 * Callbacks that took longer than a period, by whose fault.
 *
 * @param ours      worked for a period: on code that went back to the interpreter, or more of them than plain arithmetic, measured beside
 *                  them, is late in the same way
 * @param collector stood still in a pause of the collector, or worked for a period while it moved things about
 * @param compiler  had no processor while the compiler had one
 * @param machine   had no processor for other reasons, or seemed to work as long as plain arithmetic seems to now and then
 * @param busy      those that seem to have worked for a period with no collector at work, and did not come so late themselves that they
 *                  had two to make up for: they are among ours and the machine's
 * @param yardstick how often plain arithmetic, for as long as the blocks took, seemed to
 */
public record Blame(int ours, int collector, int compiler, int machine, int busy, int yardstick) {
    /** Standard deviations of a difference of two counts: seven to none is too much, six are not. */
    private static final double RARE_DEVIATIONS = 2.5;

    /** Judges all that the probe has kept. The witness has been closed. */
    static Blame of(CallbackProbe probe, Witness witness) {
        int returned = 0, busy = 0, collector = 0, compiler = 0;
        for (CallbackProbe.Late late : probe.latest()) {
            boolean isBusy = late.isBusy(probe.periodNanos());
            if (late.worked(probe.periodNanos()) && witness.sawReturn(late)) {
                returned++;
            } else if (isBusy && !witness.sawCollection(late)) {
                busy++;
            } else if (isBusy || witness.sawPause(late)) {
                collector++;
            } else if (witness.sawCompilation(late)) {
                compiler++;
            }
        }
        return of(returned, busy, collector, compiler, probe.late(), probe.yardstick());
    }

    static Blame of(int returned, int busy, int collector, int compiler, int late, int yardstick) {
        int ours = returned + (isAccident(busy, yardstick) ? 0 : busy - yardstick);
        return new Blame(ours, collector, compiler, late - collector - compiler - ours, busy, yardstick);
    }

    /** True unless the two differ by more than chance would let them once in a hundred times if both were equally prone. */
    static boolean isAccident(int busy, int yardstick) {
        return busy - yardstick <= RARE_DEVIATIONS * Math.sqrt(busy + yardstick);
    }
}
