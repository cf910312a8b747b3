package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.io.IOException;
import java.util.Arrays;

import org.chronus.foreign.Native;

/** Another client of a server, which hears what ours plays: how loud it is, and what came first after the server's period changed. */
final class JackEar extends QuietListener implements AutoCloseable {
    private static final float FALL = 0.98f;

    private final JackClient client;
    private final float[] heard = new float[48_000];
    private final long port;
    private boolean connected;
    private volatile float level;
    private volatile int count;

    JackEar(String server) throws IOException {
        client = JackClient.open("ear", server, this);
        port = client.register("in", JackClient.AUDIO, JackClient.INPUT);
        client.activate();
    }

    /** True once it hears a port. */
    boolean connect(String from) {
        connected = connected || client.connect(from, client.nameOf(port));
        return connected;
    }

    /** What a meter shows that falls by half within some forty cycles. */
    float level() {
        return level;
    }

    /** Gives the server another period. */
    boolean setPeriod(int frames) {
        return JackLibrary.number("jack_set_buffer_size", client.client, frames) == 0;
    }

    /** So many frames, once they have come, from the first on after the period changed. */
    float[] heardSince(int frames) throws InterruptedException {
        JackRig.awaitTrue(frames + " frames", () -> count >= frames);
        return Arrays.copyOf(heard, frames);
    }

    @Override public void period(int frames) {
        count = 0;
    }

    @Override public void process(int frames) {
        long buffer = port == 0 ? 0 : JackCycle.buffer(port, frames);
        float meter = level * FALL;
        int at = count;
        for (int i = 0; buffer != 0 && i < frames; i++) {
            float sample = Native.MEMORY.get(JAVA_FLOAT, buffer + 4L * i);
            meter = Math.max(meter, Math.abs(sample));
            if (at < heard.length) {
                heard[at++] = sample;
            }
        }
        count = at;
        level = meter;
    }

    @Override public void close() {
        client.close();
    }
}
