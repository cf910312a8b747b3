package org.chronus.instrument.render;

import java.util.List;
import java.util.Locale;

import org.chronus.instrument.engine.slots.SwapReport;

/**
 * What a render did; written as JSON under these names.
 *
 * @param peakDb           highest sample, dBFS
 * @param rmsDb            root mean square of both channels, dBFS
 * @param renderCpuSeconds processor time of the rendering thread
 * @param realTimeFactor   seconds of audio per second of the clock, from the first frame to the last
 * @param maxVoices        most voices at once
 * @param stolenVoices     notes taken away for others, in the patches that were there at the end
 * @param allocatedBytes   by the engine on the rendering thread, from the first frame on
 * @param scrubbedSamples  frames silenced because they were not numbers
 * @param restarts         voices and effects restarted because they made what is not a number
 * @param failures         patches taken out because they failed
 * @param failovers        how often another patch took over from one that failed
 * @param ignoredProgramChanges those that chose no preset; an instrument with a sound for each channel may have followed them
 */
public record RenderReport(long frames, int sampleRate, double peakDb, double rmsDb, double renderCpuSeconds, double realTimeFactor,
                           int maxVoices, int stolenVoices, long allocatedBytes, long scrubbedSamples, int restarts, int failures,
                           int failovers, int ignoredProgramChanges, List<Change> swaps) {
    /**
     * One program change.
     *
     * @param outcome   swapped, same, unknown, failed or superseded
     * @param cold      true if it had to wait for code that had never run; then that is most of {@code primeMs}
     * @param swapFrame where the new patch began; -1 if it did not
     * @param ringOutMs how long the patch before it rang on; -1 if to the end, or if there was none
     */
    public record Change(long frame, int bank, int program, String preset, String outcome, double primeMs, boolean cold, long swapFrame,
                         double ringOutMs) {
        static Change of(SwapReport report, int sampleRate) {
            double ring = report.ringOutFrames() < 0 ? -1 : 1e3 * report.ringOutFrames() / sampleRate;
            return new Change(report.request().frame(), report.request().bank(), report.request().program(), report.preset(),
                    report.outcome().name().toLowerCase(Locale.ROOT), report.primeMillis(), report.isCold(), report.swapFrame(), ring);
        }
    }

    /** The same in a few words. */
    public String words() {
        return String.format(Locale.ROOT, "%.1f s, peak %.1f dBFS, %d voices at most, %.0f times real time", frames / (double) sampleRate, peakDb,
                maxVoices, realTimeFactor);
    }

    static double decibels(double amplitude) {
        return Math.max(-200, 20 * Math.log10(amplitude));
    }
}
