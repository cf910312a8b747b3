package org.chronus.instrument.listening;

import org.chronus.modules.testkit.measure.LoudnessMeter;
import org.chronus.modules.testkit.measure.TruePeakMeter;

/** The meters: peaks, peaks between the samples, and loudness. Mutable; one thread. */
final class SoundLevels {
    /** As meters of the second type of IEC 60268-10 fall back. */
    private static final double DECIBELS_PER_SECOND = 24 / 2.8;

    private final double rate;
    private final LoudnessMeter loudness;
    private final TruePeakMeter leftBetween = new TruePeakMeter();
    private final TruePeakMeter rightBetween = new TruePeakMeter();
    private double leftPeak, rightPeak, truePeak;

    SoundLevels(double rate) {
        this.rate = rate;
        loudness = new LoudnessMeter(rate);
    }

    void add(float[] left, float[] right, int frames) {
        double fall = Math.pow(10, -DECIBELS_PER_SECOND * frames / rate / 20);
        leftPeak = Math.max(leftPeak * fall, peak(left, frames));
        rightPeak = Math.max(rightPeak * fall, peak(right, frames));
        truePeak = Math.max(truePeak, Math.max(leftBetween.add(left, frames), rightBetween.add(right, frames)));
        loudness.add(left, right, frames);
    }

    private static double peak(float[] side, int frames) {
        float peak = 0;
        for (int i = 0; i < frames; i++) {
            peak = Math.max(peak, Math.abs(side[i]));
        }
        return peak;
    }

    /** What is counted from the beginning begins anew. */
    void restart() {
        loudness.restart();
        truePeak = 0;
    }

    /** The largest sample, which falls back by 8.6 dB in a second, as a factor. */
    double leftPeak() {
        return leftPeak;
    }

    double rightPeak() {
        return rightPeak;
    }

    /** The highest of both sides since the beginning, as a factor. */
    double truePeak() {
        return truePeak;
    }

    LoudnessMeter loudness() {
        return loudness;
    }
}
