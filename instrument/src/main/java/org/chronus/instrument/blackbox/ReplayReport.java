package org.chronus.instrument.blackbox;

import java.util.List;

/**
 * What a replay did; written as JSON under these names.
 *
 * @param made       when the dump was made, and why
 * @param start      the first frame, counted from the start of the instrument
 * @param exact      true if the sound is the same as it was, to the bit
 * @param exactUntil the first frame that may differ, counted from the start of the instrument
 * @param reasons    why it may
 * @param peakDb     highest sample, dBFS
 * @param late       callbacks that took longer by the clock than they last, of the last two minutes
 * @param troubles   as the instrument counted them
 */
public record ReplayReport(String made, String cause, long frames, int sampleRate, long start, boolean exact, long exactUntil, List<String> reasons,
                           double peakDb, int commands, int late, List<Change> swaps, List<Event> troubles) {
    /**
     * A preset that was ready.
     *
     * @param swapFrame where it took over, counted from the start of the instrument; -1 if it did not
     */
    public record Change(String preset, int bank, int program, long swapFrame) { }

    /** Something that went wrong, and how often it had by then. */
    public record Event(long frame, String kind, long count) { }
}
