package org.chronus.modules.testkit.measure;

/** The peak of a whole wave between the samples (ITU-R BS.1770-4, annex 2); {@link TruePeakMeter} is for one that goes on. */
public final class TruePeak {
    private TruePeak() { }

    /** As a factor; {@link Waves#decibels} makes it dBTP. */
    public static double of(float[] wave) {
        TruePeakMeter meter = new TruePeakMeter();
        double peak = meter.add(wave, wave.length);
        return Math.max(peak, meter.add(new float[TruePeakMeter.REACH], TruePeakMeter.REACH));
    }
}
