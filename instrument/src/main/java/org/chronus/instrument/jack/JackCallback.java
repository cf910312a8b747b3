package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.chronus.foreign.Native;
import org.chronus.foreign.Scheduling;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.audio.FadeIn;

/**
 * What a JACK server calls in each cycle: MIDI and sound come in, the instrument plays, and what it plays goes out. Sound that begins, or goes on
 * after the server has stopped for a while, comes in softly. Audio thread, but for what says otherwise.
 */
final class JackCallback implements JackListener {
    private static final int MOST_FRAMES = 4_096, FADES_PER_SECOND = 50;

    private final JackMidi midi;
    private final Runnable changed;
    private final float[] leftFrames = new float[MOST_FRAMES];
    private final float[] rightFrames = new float[MOST_FRAMES];
    private volatile FadeIn fade = new FadeIn(0);
    private volatile AudioCallback source;
    private final float[] heardLeft = new float[MOST_FRAMES];
    private final float[] heardRight = new float[MOST_FRAMES];
    private volatile JackPorts ports;
    private volatile int sampleRate;
    /** True from when the server's rate changes: the instrument still plays at the old one. */
    private volatile boolean mute;
    private volatile long xruns;
    private volatile boolean ended;
    private volatile boolean fadeIn = true;
    /** The engine's frame at which the next cycle begins. */
    private long position;

    /** @param changed [server] is called when the server has ended, or has other ports or another period */
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

    /** [jack, before cycles come] Its ports for audio; and the server's rate, in Hz, at which the instrument plays, too. */
    void use(JackPorts own, int hertz) {
        sampleRate = hertz;
        fade = new FadeIn(hertz / FADES_PER_SECOND);
        ports = own;
        fadeIn = true;
    }

    /** [any thread] Cycles that came too late, as the server counts. */
    long xruns() {
        return xruns;
    }

    /** [any thread] True once no cycle comes any more. */
    boolean hasEnded() {
        return ended;
    }

    /** [jack, while no cycles come] The instrument plays at another rate, in Hz, from now on. */
    void change(int hertz) {
        source.rate(hertz);
    }

    @Override public void begin() {
        Scheduling.audio();
    }

    @Override public void process(int frames) {
        JackPorts own = ports;
        long leftIn = JackCycle.buffer(own.leftIn(), frames), rightIn = JackCycle.buffer(own.rightIn(), frames);
        long leftOut = JackCycle.buffer(own.leftOut(), frames), rightOut = JackCycle.buffer(own.rightOut(), frames);
        midi.cycle(frames, position);
        if (fadeIn) {
            fadeIn = false;
            fade.restart();
        }
        for (int done = 0; done < frames;) {
            int now = Math.min(frames - done, MOST_FRAMES);
            MemorySegment.copy(Native.MEMORY, JAVA_FLOAT, leftIn + 4L * done, heardLeft, 0, now);
            MemorySegment.copy(Native.MEMORY, JAVA_FLOAT, rightIn + 4L * done, heardRight, 0, now);
            source.hear(heardLeft, heardRight);
            source.process(leftFrames, rightFrames, now);
            fade.apply(leftFrames, rightFrames, now);
            if (mute) {
                Arrays.fill(leftFrames, 0, now, 0);
                Arrays.fill(rightFrames, 0, now, 0);
            }
            MemorySegment.copy(leftFrames, 0, Native.MEMORY, JAVA_FLOAT, leftOut + 4L * done, now);
            MemorySegment.copy(rightFrames, 0, Native.MEMORY, JAVA_FLOAT, rightOut + 4L * done, now);
            done += now;
        }
        position += frames;
    }

    /** [the clock's audio thread] While there is no server. */
    void playUnheard(float[] leftOnes, float[] rightOnes, int frames) {
        source.hear(null, null);
        source.process(leftOnes, rightOnes, frames);
        position += frames;
    }

    @Override public void period(int frames) {
        fadeIn = true;
        changed.run();
    }

    @Override public void rate(int hertz) {
        if (sampleRate != 0 && hertz != sampleRate) {
            mute = true;
            changed.run();
        }
    }

    @Override public void freewheel(boolean starts) {
        midi.freewheel(starts);
    }

    @Override public void xrun() {
        xruns = xruns + 1;
    }

    @Override public void ports() {
        changed.run();
    }

    @Override public void shutdown() {
        ended = true;
        changed.run();
    }
}
