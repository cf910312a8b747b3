package org.chronus.modules.testkit.measure;

import java.util.Arrays;

/**
 * A loudness meter in EBU mode (EBU Tech 3341) after ITU-R BS.1770-4: K-weighting; momentary, of 400 ms, and short-term, of 3 s, every 100 ms;
 * integrated by blocks of 400 ms, with an absolute gate at -70 LUFS and a relative one 10 LU below what passes it. All values are in LUFS.
 * Mutable; one thread.
 */
public final class LoudnessMeter {
    private static final int TENTHS_PER_SECOND = 10, MOMENTARY = 4, SHORT_TERM = 30;

    private final int hop;
    private final KWeighting left;
    private final KWeighting right;
    /** Energy of the last tenths of a second; what was before the start is silence. */
    private final double[] tenths = new double[SHORT_TERM];
    private final LoudnessGate gate = new LoudnessGate();
    private long count;
    private double sum;
    private int filled;

    /** Of sound at so many frames per second. */
    public LoudnessMeter(double rate) {
        hop = (int) Math.round(rate / TENTHS_PER_SECOND);
        left = new KWeighting(rate);
        right = new KWeighting(rate);
    }

    /** Hears the first frames of both sides. */
    public void add(float[] l, float[] r, int frames) {
        for (int i = 0; i < frames; i++) {
            double one = left.next(l[i]), other = right.next(r[i]);
            sum += one * one + other * other;
            if (++filled == hop) {
                finishTenth();
            }
        }
    }

    private void finishTenth() {
        tenths[(int) (count++ % SHORT_TERM)] = sum;
        sum = 0;
        filled = 0;
        left.flush();
        right.flush();
        if (count >= MOMENTARY) {
            gate.add(energy(MOMENTARY));
        }
    }

    /** Of the last tenths of a second, a mean. */
    private double energy(int of) {
        double energy = 0;
        for (long i = Math.max(0, count - of); i < count; i++) {
            energy += tenths[(int) (i % SHORT_TERM)];
        }
        return energy / ((double) of * hop);
    }

    public double momentary() {
        return LoudnessGate.lufs(energy(MOMENTARY));
    }

    public double shortTerm() {
        return LoudnessGate.lufs(energy(SHORT_TERM));
    }

    /** Since the start; negative infinity if nothing has passed the gates. */
    public double integrated() {
        return gate.lufs();
    }

    /** Begins anew. */
    public void restart() {
        Arrays.fill(tenths, 0);
        count = 0;
        sum = 0;
        filled = 0;
        gate.clear();
    }
}
