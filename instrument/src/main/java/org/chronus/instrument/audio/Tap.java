package org.chronus.instrument.audio;

import java.io.IOException;

/**
 * Hands what a callback renders to a recorder as well, from one moment to another. The audio thread renders; any other begins and ends.
 */
public final class Tap implements AudioCallback {
    private final AudioCallback source;
    private volatile Recorder recorder;

    public Tap(AudioCallback source) {
        this.source = source;
    }

    /** Records from the next period on. */
    public void begin(Recorder into) {
        recorder = into;
    }

    /** Ends the recording, if there is one, and completes its file. */
    public void end() throws IOException {
        Recorder last = recorder;
        recorder = null;
        if (last != null) {
            last.finish();
        }
    }

    /** True while it records. */
    public boolean isRecording() {
        return recorder != null;
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
    }
}
