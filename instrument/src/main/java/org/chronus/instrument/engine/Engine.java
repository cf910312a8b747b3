package org.chronus.instrument.engine;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;
import java.util.function.LongSupplier;

import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.engine.blackbox.BlackBox;
import org.chronus.instrument.engine.load.LoadGovernor;
import org.chronus.instrument.engine.load.LoadMeter;
import org.chronus.instrument.engine.output.Master;
import org.chronus.instrument.engine.routing.CommandRouter;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ControlCommand;
import org.chronus.midi.command.Event;
import org.chronus.presets.preset.Transition;
import org.chronus.presets.tuning.Tuning;

/**
 * What the audio callback runs: takes the commands that have come, swaps patches at grid lines, lets the slots play, and finishes their sum.
 * Everything about sound happens on the audio thread, in one order. The grid is counted from the engine's start in blocks of 64 frames. However
 * the callback's periods fall on it, the same bits come out. Controllers wait for the next multiple of 16 frames.
 */
public final class Engine implements AudioCallback {
    private static final int QUEUE = 8192;

    private final CommandInbox inbox;
    private final TimeLine timeLine;
    private final PedalState pedals;
    private final ParameterNames parameters = new ParameterNames();
    private final Slots slots;
    private final CommandRouter router;
    private final LoadMeter meter;
    private final LoadGovernor governor;
    private final Master master;
    private final EngineStats stats;
    private final EngineFaults faults = new EngineFaults();
    private final Period period;
    private final SampleRate sampleRate;
    private final CallWatch callWatch = new CallWatch();
    private final BlackBox blackBox = new BlackBox();
    private final TroubleWatch troubles;
    private long position;
    private volatile long rendered;

    /** An engine that has all the time it needs; else as the other constructor says. */
    public Engine(double hertz, int channels, float pitchOffset, Transition transition) {
        this(hertz, channels, pitchOffset, transition, () -> 0);
    }

    /**
     * An engine that watches its load.
     *
     * @param channels       bit n: notes of MIDI channel n are played
     * @param pitchOffset    semitones added to every key
     * @param transition     how patches change, or null to leave it to each preset
     * @param processorNanos the processor time that the thread which calls {@link #process} has used, in nanoseconds
     */
    public Engine(double hertz, int channels, float pitchOffset, Transition transition, LongSupplier processorNanos) {
        inbox = new CommandInbox(QUEUE, hertz, this::schedule);
        pedals = new PedalState(pitchOffset);
        period = new Period(hertz);
        slots = new Slots(hertz, transition);
        meter = new LoadMeter(processorNanos, hertz);
        governor = new LoadGovernor(meter, slots.relief(), hertz);
        master = new Master(hertz);
        router = new CommandRouter(slots, pedals, master, channels, hertz);
        sampleRate = new SampleRate(hertz, inbox::rate, period::rate, slots::rate, governor::rate, master::rate, router.song()::rate);
        slots.onTakeOver(router);
        timeLine = new TimeLine(2 * QUEUE, slots, router, faults);
        stats = new EngineStats(slots.stats(), meter, governor, master);
        troubles = new TroubleWatch(blackBox, stats, slots, faults);
    }

    /** [before it starts] Keys are tuned as this says, and no longer in equal semitones. */
    public void tune(Tuning tuning) {
        router.tune(tuning);
    }

    /**
     * [any thread] Queues what arrived; no {@link ControlCommand}. Note-ons and controllers are refused when the queue is three quarters
     * full; of a source whose note-off does not even fit into the rest, everything is released. False if it was not queued.
     */
    public boolean offer(Event event) {
        return inbox.offer(event);
    }

    /** [audio, or before it starts] Queues a command for a frame from the start. Of a source whose note-off finds no room all is released. */
    public void schedule(long frame, Command command) {
        blackBox.command(position, frame, command);
        if (!timeLine.add(frame, command)) {
            inbox.refuse(command);
        }
    }

    @Override public void hear(float[] left, float[] right) {
        period.hear(left, right);
        blackBox.hears(left != null);
    }

    @Override public boolean listens() {
        return period.isHeard();
    }

    /** Patches of the old rate go; until the loader has brought what plays for the new one, there is silence. */
    @Override public void rate(int hertz) {
        sampleRate.change(hertz, position);
    }

    /** [any thread] The rate at which it plays. */
    public SampleRate sampleRate() {
        return sampleRate;
    }

    /** [audio] One period of the backend: commands that arrived get their frames from the clock. An error of ours is a period of silence. */
    @Override public void process(float[] left, float[] right, int frames) {
        callWatch.enter();
        meter.enter();
        long begin = position;
        try {
            inbox.drain(position, frames);
            period.begin(frames);
            render(left, right, frames);
        } catch (Throwable thrown) {
            faults.add(thrown);
            Arrays.fill(left, 0, frames, 0);
            Arrays.fill(right, 0, frames, 0);
            position = rendered + frames;
            rendered = position;
        }
        meter.leave(frames);
        blackBox.callback(begin, frames, meter.wallNanos(), meter.processorNanos());
        callWatch.leave();
    }

    /** [audio] Renders the next frames, with the commands that are scheduled for them. */
    public void render(float[] left, float[] right, int frames) {
        Arrays.fill(left, 0, frames, 0);
        Arrays.fill(right, 0, frames, 0);
        int done = 0;
        while (done < frames) {
            int start = (int) (position % BLOCK);
            blackBox.offered(position, slots.handover().look());
            timeLine.holdBehindNextPatch();
            if (start == 0) {
                crossGridLine();
            }
            long end = Math.min(position + Math.min(frames - done, BLOCK - start), timeLine.nextCut(position));
            int limit = start + (int) (end - position);
            play(left, right, done, start, limit);
            done += limit - start;
            position = end;
        }
        rendered = position;
    }

    private void play(float[] left, float[] right, int at, int start, int limit) {
        timeLine.carryOutOnGrid(position, start);
        for (Slot slot : slots.all()) {
            period.tell(slot, at, start, limit);
            slot.begin(start, limit);
        }
        timeLine.carryOut(position, start, limit);
        for (Slot slot : slots.all()) {
            slot.finish(left, right, at, start, limit);
        }
        master.process(left, right, at, at + limit - start);
    }

    private void crossGridLine() {
        timeLine.carryOutBeforeSwap(position);
        slots.crossGridLine(position);
        blackBox.offered(position, slots.handover().offered());
        blackBox.spare(position, slots.handover().tellTakenSpare());
        timeLine.holdBehindNextPatch();
        stats.sound(slots.stats().voices());
        governor.crossGridLine(position);
        troubles.crossGridLine(position);
    }

    public PedalState pedals() {
        return pedals;
    }

    /** [any thread but audio] The numbers by which the parameters of its patches are written to. */
    public ParameterNames parameters() {
        return parameters;
    }

    /** What a live engine measures its load with: the processor time of the thread that asks. */
    public static LongSupplier processorTime() {
        return LoadMeter.ofThisThread();
    }

    /** Where patches come and go. */
    public Handover handover() {
        return slots.handover();
    }

    /** For the audio thread, and for tests that look on. */
    public Slots slots() {
        return slots;
    }

    /** [any thread] Frames rendered so far. */
    public long position() {
        return rendered;
    }

    /** What it has counted and measured. */
    public EngineStats stats() {
        return stats;
    }

    /** [any thread] Errors of the engine's own, which are no patch's fault. */
    public EngineFaults faults() {
        return faults;
    }

    /** True if nothing sounds, or will without another command. */
    public boolean isSilent() {
        return slots.stats().areSilent() && timeLine.isEmpty();
    }

    /** [any thread] Commands that found no room. */
    public long refused() {
        return inbox.refused();
    }

    /** [any thread] Voices that sound, as of the last grid line. */
    public int voices() {
        return stats.voices();
    }

    /** [any thread] Whether calls of {@link #process} return. */
    public CallWatch callWatch() {
        return callWatch;
    }

    /** [any thread] What reached it, and what befell it. */
    public BlackBox blackBox() {
        return blackBox;
    }
}
