package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

import org.chronus.foreign.Native;
import org.chronus.foreign.Scheduling;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.audio.FadeIn;

/**
 * What a JACK server calls in each cycle: MIDI comes in, the instrument plays, and what it plays goes out. Sound that begins, or goes on after
 * the server has stopped for a while, comes in softly. Audio thread, but for what says otherwise.
 */
final class JackCallback implements JackListener {
    private static final int MOST_FRAMES = 4_096, FADE_FRAMES = 960;

    private final JackMidi midi;
    private final Runnable changed;
    private final float[] leftFrames = new float[MOST_FRAMES];
    private final float[] rightFrames = new float[MOST_FRAMES];
    private final FadeIn fade = new FadeIn(FADE_FRAMES);
    private volatile AudioCallback source;
    private volatile long left;
    private volatile long right;
    private volatile long xruns;
    private volatile boolean ended;
    private volatile boolean portsChanged;
    private volatile boolean fadeIn = true;
    /** The engine's frame at which the next cycle begins. */
    private long position;

    /** @param changed [server] is called when {@link #hasEnded} or {@link #takePortsChanged} have something new to say */
    JackCallback(JackMidi midi, Runnable changed) {
        this.midi = midi;
        this.changed = changed;
    }

    /** [jack, before cycles come] Who plays. */
    void play(AudioCallback callback) {
        source = callback;
    }

    /** [jack, while no cycles come] The same instrument at the same frame as another one had. */
    void goOnFrom(JackCallback other) {
        source = other.source;
        position = other.position;
    }

    /** [jack, before cycles come] Its outputs. */
    void ports(long leftPort, long rightPort) {
        left = leftPort;
        right = rightPort;
        fadeIn = true;
    }

    long left() {
        return left;
    }

    long right() {
        return right;
    }

    /** [any thread] Cycles that came too late, as the server counts. */
    long xruns() {
        return xruns;
    }

    /** [any thread] True once no cycle comes any more. */
    boolean hasEnded() {
        return ended;
    }

    /** [jack] True if ports have come or gone since the last call. */
    boolean takePortsChanged() {
        boolean was = portsChanged;
        portsChanged = false;
        return was;
    }

    @Override public void begin() {
        Scheduling.audio();
    }

    @Override public void process(int frames) {
        long leftBuffer = JackCycle.buffer(left, frames), rightBuffer = JackCycle.buffer(right, frames);
        midi.cycle(frames, position);
        if (fadeIn) {
            fadeIn = false;
            fade.restart();
        }
        for (int done = 0; done < frames;) {
            int now = Math.min(frames - done, MOST_FRAMES);
            source.process(leftFrames, rightFrames, now);
            fade.apply(leftFrames, rightFrames, now);
            MemorySegment.copy(leftFrames, 0, Native.MEMORY, JAVA_FLOAT, leftBuffer + 4L * done, now);
            MemorySegment.copy(rightFrames, 0, Native.MEMORY, JAVA_FLOAT, rightBuffer + 4L * done, now);
            done += now;
        }
        position += frames;
    }

    /** [the clock's audio thread] While there is no server. */
    void playUnheard(float[] leftOnes, float[] rightOnes, int frames) {
        source.process(leftOnes, rightOnes, frames);
        position += frames;
    }

    @Override public void period(int frames) {
        fadeIn = true;
        changed.run();
    }

    @Override public void freewheel(boolean starts) {
        midi.freewheel(starts);
    }

    @Override public void xrun() {
        xruns = xruns + 1;
    }

    @Override public void ports() {
        portsChanged = true;
        changed.run();
    }

    @Override public void shutdown() {
        ended = true;
        changed.run();
    }
}
