package org.chronus.instrument.listening;

import java.util.Optional;

import org.chronus.modules.testkit.measure.LogBands;
import org.chronus.modules.testkit.measure.PitchDetector;
import org.chronus.modules.testkit.measure.SpectrumAnalyzer;
import org.chronus.modules.testkit.measure.Waves;

/** Listens to a {@link SoundRing}, and says what the sound is at the moment. Of one sample rate. Mutable; the one thread that reads the ring. */
public final class SoundAnalysis {
    /** Bands of the spectrum, and between which frequencies in Hz. */
    public static final int BANDS = 200;
    public static final double LOWEST = 20, HIGHEST = 20_000;
    private static final int CHUNK = 4_096, SOFTEST = -120;
    private static final double SPECTRUM_SECONDS = 0.125;
    /** Views from one look for the pitch to the next, for it is that of a tenth of a second. */
    private static final int PITCH_EVERY = 3;
    /** Where both sides together have less than this part of the power of one, they cancel each other. */
    private static final double CANCELLED = 0.1;

    private final SoundRing ring;
    private final double rate;
    private final double a4;
    private final float[] newLeft = new float[CHUNK], newRight = new float[CHUNK];
    /** The newest frames; the end is the newest. */
    private final float[] left, right, mono;
    private final SpectrumAnalyzer analyzer;
    private final LogBands bands = new LogBands(LOWEST, HIGHEST, BANDS);
    private final double[] bandLevels = new double[BANDS];
    private final PitchDetector detector;
    private final WaveTrace trace = new WaveTrace();
    private final SoundLevels levels;
    private double hertz = Double.NaN;
    private long views;

    /** Of a ring that is filled at so many frames per second; notes are named by the frequency of A4 in Hz. */
    public SoundAnalysis(SoundRing ring, double rate, double a4) {
        this.ring = ring;
        this.rate = rate;
        this.a4 = a4;
        int span = Math.max(CHUNK, 2 * Integer.highestOneBit((int) (SPECTRUM_SECONDS * rate)));
        left = new float[span];
        right = new float[span];
        mono = new float[span];
        analyzer = new SpectrumAnalyzer(span, rate);
        detector = new PitchDetector(rate);
        levels = new SoundLevels(rate);
    }

    public double rate() {
        return rate;
    }

    /** What is counted from the beginning begins anew. */
    public void restart() {
        levels.restart();
    }

    /** Takes what has come since, and says what it is. */
    public SoundView look() {
        for (int frames = ring.take(newLeft, newRight); frames > 0; frames = ring.take(newLeft, newRight)) {
            append(left, newLeft, frames);
            append(right, newRight, frames);
            levels.add(newLeft, newRight, frames);
        }
        double power = mix();
        if (views++ % PITCH_EVERY == 0) {
            hertz = detector.hertz(mono);
        }
        trace.take(left, right, mono, rate, hertz);
        SoundView.Wave wave = new SoundView.Wave(trace.millis(), trace.scale(), trace.left(), trace.right());
        return new SoundView(wave, spectrum(), Double.isNaN(hertz) ? Optional.empty() : Optional.of(SoundView.Pitch.of(hertz, a4)),
                new SoundView.Levels(Waves.decibels(levels.leftPeak()), Waves.decibels(levels.rightPeak()), 10 * Math.log10(power),
                        Waves.decibels(levels.truePeak()), levels.loudness().momentary(), levels.loudness().shortTerm(),
                        levels.loudness().integrated()));
    }

    private static void append(float[] side, float[] news, int frames) {
        System.arraycopy(side, frames, side, 0, side.length - frames);
        System.arraycopy(news, 0, side, side.length - frames, frames);
    }

    /** Both sides as one, or the left where they cancel each other. Returns the mean power of a side. */
    private double mix() {
        double sides = 0, both = 0;
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (left[i] + right[i]) / 2;
            sides += (double) left[i] * left[i] + (double) right[i] * right[i];
            both += (double) mono[i] * mono[i];
        }
        if (both < CANCELLED * sides / 2) {
            System.arraycopy(left, 0, mono, 0, mono.length);
        }
        return sides / (2 * mono.length);
    }

    private int[] spectrum() {
        bands.levels(analyzer.of(left, right, 0), bandLevels);
        int[] whole = new int[BANDS];
        for (int i = 0; i < BANDS; i++) {
            whole[i] = (int) Math.round(Math.max(SOFTEST, bandLevels[i]));
        }
        return whole;
    }
}
