package org.chronus.modules.testkit.measure;

/** Programme loudness after ITU-R BS.1770-4 of a whole sound; {@link LoudnessMeter} is for one that goes on. */
public final class Loudness {
    private Loudness() { }

    /** In LUFS; negative infinity for silence and for anything shorter than a block. */
    public static double lufs(float[] left, float[] right, double rate) {
        LoudnessMeter meter = new LoudnessMeter(rate);
        meter.add(left, right, left.length);
        return meter.integrated();
    }
}
