package org.chronus.instrument.listening;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

import org.chronus.instrument.audio.Tap;
import org.chronus.modules.patch.Probe;

/**
 * A ring of frames that the audio thread fills without looking at who reads: one that is too slow misses some. One thread fills, one reads.
 */
public final class SoundRing implements Tap.Listener, Probe.Listener {
    /** Frames; 2.7 seconds at 48 kHz. */
    private static final int CAPACITY = 1 << 17;
    /** What is older may be written over while it is read: a period has no more than the other half. */
    private static final int GOOD = CAPACITY / 2;

    private final float[] left = new float[CAPACITY];
    private final float[] right = new float[CAPACITY];
    private final AtomicLong put = new AtomicLong();
    private long taken;

    @Override public void heard(float[] l, float[] r, int frames) {
        heard(l, r, 0, frames);
    }

    @Override public void heard(float[] l, float[] r, int start, int limit) {
        long from = put.getPlain();
        int place = (int) (from % CAPACITY), first = Math.min(limit - start, CAPACITY - place);
        System.arraycopy(l, start, left, place, first);
        System.arraycopy(r, start, right, place, first);
        System.arraycopy(l, start + first, left, 0, limit - start - first);
        System.arraycopy(r, start + first, right, 0, limit - start - first);
        put.setRelease(from + limit - start);
    }

    /** [the one that reads] Copies what came since into the beginnings of both arrays, as far as there is room. Returns the frames. */
    int take(float[] l, float[] r) {
        long end = put.getAcquire();
        if (end - taken > GOOD) {
            taken = end - GOOD / 2;
        }
        int place = (int) (taken % CAPACITY), frames = (int) Math.min(Math.min(l.length, CAPACITY - place), end - taken);
        System.arraycopy(left, place, l, 0, frames);
        System.arraycopy(right, place, r, 0, frames);
        long from = taken;
        taken += frames;
        VarHandle.loadLoadFence();
        // Else it was held up while it copied, and what it has is no sound.
        return put.getAcquire() - from <= GOOD ? frames : 0;
    }
}
