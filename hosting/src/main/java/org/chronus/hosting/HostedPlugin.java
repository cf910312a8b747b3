package org.chronus.hosting;

import java.lang.foreign.MemorySegment;

import org.chronus.modules.Module;

/**
 * An instance of somebody else's plugin: audio in and out, parameters, notes. The one contract that every plugin format is adapted to, so
 * that a preset plays an LV2 plugin as it plays a CLAP plugin.
 *
 * <p>Threads: opened, reset and closed on the plugin's main thread ({@link PluginThread}); what is marked [audio] by the one thread that runs
 * its patch, which may not be the same twice. An instance is active from the time that it is opened to {@link #close}.
 *
 * <p>[audio] The order of calls for a piece of a block: events in the order of their frames, then {@link #run}. Nothing of that allocates,
 * blocks or throws.
 */
public interface HostedPlugin extends AutoCloseable {
    /** The most frames of one {@link #run}. */
    int MOST_FRAMES = Module.BLOCK;

    /** What a finger can do to the note that it plays. */
    enum Expression {
        /** In semitones, beside the note's tuning and what bends its channel; 0 at first. */
        BEND,
        /** 0..1; 0 at first. */
        PRESSURE,
        /** 0..1; 0.5 at first. */
        BRIGHTNESS
    }

    /** What it is. */
    PluginInfo info();

    /** {@link #MOST_FRAMES} native floats that {@link #run} reads; 0 to the number of audio inputs - 1. The same segment for life. */
    MemorySegment input(int channel);

    /** {@link #MOST_FRAMES} native floats that {@link #run} writes; 0 to the number of audio outputs - 1. The same segment for life. */
    MemorySegment output(int channel);

    /** The present value of a parameter, by its place in {@link PluginInfo#parameters}: that of the plugin's preset or state at first. */
    float parameter(int index);

    /** [audio] A parameter has a value, in its own unit, from a frame of the next piece on. */
    void setParameter(int frame, int index, float value);

    /**
     * [audio] A key goes down at a frame of the next piece.
     *
     * @param channel  MIDI channel, 0..15
     * @param key      MIDI key, 0..127
     * @param tuning   semitones above the key's usual pitch; passed over by formats that know no tuning of single notes
     * @param velocity above 0, to 1
     */
    void noteOn(int frame, int channel, int key, float tuning, float velocity);

    /** [audio] A key comes up; release velocity 0..1. */
    void noteOff(int frame, int channel, int key, float velocity);

    /**
     * True if {@link #noteExpression} is heard, for notes or for the channels that they have for themselves. Else what several fingers play
     * comes on one channel.
     */
    default boolean hearsFingers() {
        return false;
    }

    /** [audio] A finger bends, presses or colours the notes of a key that is down. Each note begins as it is at first. */
    default void noteExpression(int frame, int channel, int key, Expression what, float value) { }

    /** [audio] Any other message of a MIDI channel, as bytes: pressure, controllers, program, bend. */
    void midi(int frame, int status, int first, int second);

    /**
     * [audio] Plays the next frames, 1 to {@link #MOST_FRAMES}. False if it could not: its outputs are not to be heard then.
     *
     * @throws PluginFailure if it is of no use any more
     */
    boolean run(int frames);

    /** [audio] Begins with the next frames if that goes on elsewhere; {@link #finish} comes next, and no {@link #run}. */
    default void start(int frames) { }

    /** [audio] The end of what {@link #start} began: the same as {@link #run}. */
    default boolean finish(int frames) {
        return run(frames);
    }

    /** Frames by which the output comes later than the input. */
    int latency();

    /** Seconds for which it may sound on after its input has ended; infinite if unknown. */
    double tail();

    /** [main thread] As when it was opened: silent, with every parameter as its preset or state has it. */
    void reset() throws PluginException;

    /** [main thread] The end of its life; a second call does nothing. */
    @Override void close();
}
