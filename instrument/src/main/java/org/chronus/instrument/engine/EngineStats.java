package org.chronus.instrument.engine;

import java.util.List;

import org.chronus.instrument.engine.load.CallbackTimes;
import org.chronus.instrument.engine.load.LoadGovernor;
import org.chronus.instrument.engine.load.LoadMeter;
import org.chronus.instrument.engine.output.Master;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SlotStats;

/**
 * What an engine has counted and measured since it started. Any thread; exact when it has stopped, and before that as of some moment in the
 * last block.
 */
public final class EngineStats {
    private final SlotStats slots;
    private final LoadMeter meter;
    private final LoadGovernor governor;
    private final Master master;
    private volatile int voices;
    private volatile int mostVoices;

    EngineStats(SlotStats slots, LoadMeter meter, LoadGovernor governor, Master master) {
        this.slots = slots;
        this.meter = meter;
        this.governor = governor;
        this.master = master;
    }

    /** [audio] At a grid line: so many voices sound. */
    void sound(int sounding) {
        voices = sounding;
        mostVoices = Math.max(mostVoices, sounding);
    }

    /** Voices that sound, as of the last grid line. */
    public int voices() {
        return voices;
    }

    /** Most voices that sounded at once. */
    public int mostVoices() {
        return mostVoices;
    }

    /** Largest sample so far, linear. */
    public float peak() {
        return master.peak();
    }

    /** Peak of the left side now, linear, as a meter shows it. */
    public float leftMeter() {
        return master.leftMeter();
    }

    /** That of the right side. */
    public float rightMeter() {
        return master.rightMeter();
    }

    /** Root mean square of both channels so far, linear. */
    public double rms() {
        return master.rms();
    }

    /** Frames silenced because they were not numbers. */
    public long scrubbed() {
        return master.scrubbed();
    }

    /** Notes taken away for others. */
    public int stolen() {
        return slots.stolen();
    }

    /** Voices and effects restarted because they made what is not a number. */
    public int cured() {
        return slots.cured();
    }

    /** Patches taken out because they failed. */
    public int failures() {
        return slots.failures();
    }

    /** How often another patch took over from one that failed. */
    public int failovers() {
        return slots.failovers();
    }

    /** Notes let go for want of time. */
    public int shed() {
        return governor.taken();
    }

    /** Patches taken out for want of time. */
    public int takenPatches() {
        return governor.takenPatches();
    }

    /** Blocks for which the audio thread needed more processor time than they last. */
    public int overruns() {
        return governor.late();
    }

    /** Processor time for the last blocks, as a share of the time that they last; 0 for an engine that has all the time it needs. */
    public double load() {
        return meter.load();
    }

    /** How long callbacks took. */
    public CallbackTimes callbacks() {
        return meter.times();
    }

    /** The patch that plays new notes, to look at; null if there is none, or while it changes. */
    public PrimedPatch playing() {
        return slots.playing();
    }

    /** What the places of patches hold: the two that take turns, and the one for what leaves. */
    public List<SlotStats.Content> slots() {
        return slots.contents();
    }
}
