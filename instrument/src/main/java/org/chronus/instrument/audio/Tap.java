package org.chronus.instrument.audio;

import java.io.IOException;

/**
 * Hands what a callback renders to a recorder as well, from one moment to another, or until the sample rate changes, because a file has one;
 * and to a listener. The audio thread renders; any other begins and ends.
 */
public final class Tap implements AudioCallback {
    /** Hears what is rendered. */
    @FunctionalInterface
    public interface Listener {
        /** [audio] The first frames of both channels. It never allocates and never waits. */
        void heard(float[] left, float[] right, int frames);
    }

    private final AudioCallback source;
    private volatile Listener listener;
    private volatile Recorder recorder;
    private volatile IOException failure;

    public Tap(AudioCallback source) {
        this.source = source;
    }

    /** Records from the next period on. */
    public void begin(Recorder into) {
        recorder = into;
    }

    /** Ends the recording, if there is one, and completes its file. Throws also what was wrong with one that a change of the rate ended. */
    public void end() throws IOException {
        IOException before = failure;
        failure = null;
        Recorder last = recorder;
        recorder = null;
        if (last != null) {
            last.finish();
        }
        if (before != null) {
            throw before;
        }
    }

    /** From the next period on this one hears what is rendered, and no other; with null nobody does. */
    public void listen(Listener to) {
        listener = to;
    }

    /** True while somebody listens. */
    public boolean isListenedTo() {
        return listener != null;
    }

    /** True while it records. */
    public boolean isRecording() {
        return recorder != null;
    }

    @Override public void rate(int hertz) {
        source.rate(hertz);
        Recorder last = recorder;
        recorder = null;
        if (last != null) {
            // The disk may be slow: the sound does not wait for it.
            Thread.ofPlatform().name("record-end").start(() -> complete(last));
        }
    }

    private void complete(Recorder last) {
        try {
            last.finish();
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override public void hear(float[] left, float[] right) {
        source.hear(left, right);
    }

    @Override public boolean listens() {
        return source.listens();
    }

    @Override public void process(float[] left, float[] right, int frames) {
        source.process(left, right, frames);
        Recorder now = recorder;
        if (now != null) {
            now.offer(left, right, frames);
        }
        Listener ears = listener;
        if (ears != null) {
            ears.heard(left, right, frames);
        }
    }
}
