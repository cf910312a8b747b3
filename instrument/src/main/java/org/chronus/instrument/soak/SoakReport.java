package org.chronus.instrument.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * What a soak found; written as JSON under these names.
 *
 * @param minutes        how long it played
 * @param blocks         periods that the backend asked for
 * @param lateStarts     periods that the backend asked for too late, by our own clock
 * @param lateBlocks     callbacks that took longer than a period, by whose fault
 * @param renderMicros   time of a callback by the clock, microseconds
 * @param processorMicros the same by the processor: what was ours
 * @param primeMillis    from a program change's arrival until its patch was ready, milliseconds; the first heating of module types left aside
 * @param programChanges sent
 * @param flooded        messages of keyboards that flood
 * @param swaps          what became of them
 * @param stolenVoices   notes taken away for others
 * @param shedVoices     notes taken away for want of time
 * @param stuckNotes     voices that still sounded long after every key and pedal was up
 * @param refused        commands that found no room
 * @param allocatedBytes by the engine on the audio thread
 * @param garbagePerChange bytes that all threads allocated, the soak's own included, for each program change in the second half
 * @param pauses         of the collector
 * @param longestPauseMillis the longest of them, milliseconds
 * @param residentStart  memory of the process when three minutes are over, MiB; 0 if it did not play for six
 * @param residentEnd    and at the end
 * @param broken         promises that were not kept; empty if all is well
 * @param warnings       what a player would have been told, each kind once
 */
public record SoakReport(double minutes, long seed, int period, int sampleRate, long blocks, long lateStarts, LateBlockCauses lateBlocks,
                         Percentiles renderMicros, Percentiles processorMicros, Percentiles primeMillis, int coldPrimes, int programChanges,
                         long flooded, Map<String, Integer> swaps, int failures, int failovers, int stolenVoices, int shedVoices, int mostVoices,
                         int stuckNotes, long refused, long allocatedBytes, long garbagePerChange, int pauses,
                         double longestPauseMillis, long residentStart, long residentEnd,
                         List<String> broken, List<String> warnings) {
    /** Of many values. */
    public record Percentiles(double median, double p99, double p999, double most) {
        static Percentiles of(Histogram histogram, double unit) {
            return new Percentiles(histogram.getValueAtPercentile(50) / unit, histogram.getValueAtPercentile(99) / unit,
                    histogram.getValueAtPercentile(99.9) / unit, histogram.getMaxValue() / unit);
        }
    }

    /** What of these figures breaks a promise. {@code start} is 0 if memory has not had the time to settle. */
    static List<String> broken(int ours, int stuckNotes, long allocatedBytes, int failures, int failed, long start, long end) {
        List<String> broken = new ArrayList<>();
        if (ours > 0) {
            broken.add(ours + " more blocks worked for longer than they last than plain arithmetic would have");
        }
        if (stuckNotes > 0) {
            broken.add(stuckNotes + " notes hang");
        }
        if (allocatedBytes > 0) {
            broken.add(allocatedBytes + " bytes were allocated on the audio thread");
        }
        if (failures > 0) {
            broken.add(failures + " patches had to be taken out");
        }
        if (failed > 0) {
            broken.add(failed + " program changes failed");
        }
        if (start > 0 && end > start * 1.05 + 16) {
            broken.add("memory grew from " + start + " to " + end + " MiB");
        }
        return broken;
    }
}
