package org.chronus.hosting.jsyn;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;

/**
 * As many voices of an instrument as there are lanes: a module whose frequency, amplitude and gate are written a block ahead, from the frame
 * of each event on. Built by the loader, run on the audio thread.
 */
final class VoiceBank {
    private final JSynModule voices;
    private final Input frequency;
    private final Input amplitude;
    private final Input gate;
    private final Signal[] outside;
    private final Input[] followers;
    private final float[][] ahead;
    private final Output left;
    private final Output right;
    /** By lane: factors of what comes out, and what is taken from the second one with each frame from {@link #fadeFrom} on. */
    private final float[] gains = new float[LANES];
    private final float[] levels = new float[LANES];
    private final float[] steps = new float[LANES];
    private final int[] fadeFrom = new int[LANES];
    private final float[] peaks = new float[LANES];
    private final int[] silentBlocks = new int[LANES];
    private final boolean[] awake = new boolean[LANES];

    VoiceBank(JSynModule voices) {
        this.voices = voices;
        frequency = find("frequency");
        amplitude = find("amplitude");
        gate = find("gate");
        ahead = new float[][] {column(frequency), column(amplitude), column(gate)};
        outside = new Signal[voices.inputs().size()];
        followers = voices.inputs().toArray(Input[]::new);
        for (Output output : voices.outputs()) {
            output.data = new float[BLOCK * LANES];
            output.step = LANES;
        }
        left = voices.outputs().getFirst();
        right = voices.outputs().size() == 2 ? voices.outputs().getLast() : left;
    }

    /** A port of the voices reads what a port of the instrument does. */
    void follow(String symbol, Signal signal) {
        outside[voices.inputs().indexOf(find(symbol))] = signal;
    }

    int latency() {
        return voices.latency();
    }

    void prepare(float rate) {
        voices.prepare(rate, LANES);
        clear();
    }

    void close() {
        voices.close();
    }

    /** [audio] All are silent. */
    void clear() {
        for (float[] block : ahead) {
            Arrays.fill(block, 0);
        }
        for (int lane = 0; lane < LANES; lane++) {
            sleep(lane);
        }
    }

    /** [audio] A note begins; {@code number} is that of the note. A voice that still sounds goes on from where it is. */
    void start(int lane, int frame, float hertz, float velocity, int number) {
        boolean sounds = awake[lane];
        if (!sounds) {
            voices.restart(lane, number);
            voices.wake(lane, frame);
            awake[lane] = true;
        }
        silentBlocks[lane] = 0;
        levels[lane] = 1;
        steps[lane] = 0;
        gains[lane] = amplitude == null ? velocity : 1;
        write(0, lane, frame, hertz);
        write(1, lane, frame, velocity);
        write(2, lane, frame, 1);
        if (sounds && gate != null) {
            // A gate that is open opens again only if it was closed.
            ahead[2][frame * LANES + lane] = 0;
        }
    }

    /** [audio] The key comes up. What has no envelope ends. */
    void release(int lane, int frame) {
        write(2, lane, frame, 0);
        if (gate == null) {
            write(1, lane, frame, 0);
        }
    }

    /** [audio] Another pitch. */
    void tune(int lane, int frame, float hertz) {
        write(0, lane, frame, hertz);
    }

    /** [audio] Ends it, by that share in each frame. */
    void fade(int lane, int frame, float step) {
        release(lane, frame);
        steps[lane] = step;
        fadeFrom[lane] = frame;
    }

    /** [audio] Adds what they play to both sides. */
    void generate(float[] sumLeft, float[] sumRight, int start, int limit) {
        for (int i = 0; i < followers.length; i++) {
            if (outside[i] != null) {
                followers[i].follow(outside[i]);
            }
        }
        voices.generate(start, limit);
        for (int lane = 0; lane < LANES; lane++) {
            if (awake[lane]) {
                add(lane, sumLeft, sumRight, start, limit);
            }
        }
    }

    private void add(int lane, float[] sumLeft, float[] sumRight, int start, int limit) {
        float level = levels[lane], peak = peaks[lane];
        for (int i = start; i < limit; i++) {
            if (i >= fadeFrom[lane]) {
                level = Math.max(0, level - steps[lane]);
            }
            float factor = gains[lane] * level, l = factor * left.data[i * LANES + lane], r = factor * right.data[i * LANES + lane];
            if (!(Math.abs(l) + Math.abs(r) < Float.MAX_VALUE)) {
                // Not a number: this voice has ended, and no other notices.
                level = 0;
                break;
            }
            sumLeft[i] += l;
            sumRight[i] += r;
            peak = Math.max(peak, Math.max(Math.abs(l), Math.abs(r)));
        }
        levels[lane] = level;
        peaks[lane] = peak;
    }

    /** [audio] At the end of a block: what is silent sleeps, and its voice is free. */
    void end(float silence, int blocks, VoiceKeys keys, int firstVoice) {
        for (int lane = 0; lane < LANES; lane++) {
            if (!awake[lane]) {
                continue;
            }
            boolean silent = !keys.isDown(firstVoice + lane) && !(peaks[lane] > silence);
            silentBlocks[lane] = silent ? silentBlocks[lane] + 1 : 0;
            peaks[lane] = 0;
            fadeFrom[lane] = 0;
            for (float[] block : ahead) {
                write(block, lane, 0, block[(BLOCK - 1) * LANES + lane]);
            }
            write(2, lane, 0, keys.isDown(firstVoice + lane) ? 1 : 0);
            if (silentBlocks[lane] >= blocks || levels[lane] == 0) {
                sleep(lane);
                keys.free(firstVoice + lane);
            }
        }
    }

    private void sleep(int lane) {
        voices.sleep(lane);
        awake[lane] = false;
        peaks[lane] = 0;
    }

    /** The rest of the block. */
    private void write(int port, int lane, int frame, float value) {
        write(ahead[port], lane, frame, value);
    }

    private static void write(float[] block, int lane, int frame, float value) {
        for (int i = frame * LANES + lane; i < block.length; i += LANES) {
            block[i] = value;
        }
    }

    private static float[] column(Input port) {
        float[] block = new float[BLOCK * LANES];
        if (port != null) {
            port.data = block;
            port.step = LANES;
        }
        return block;
    }

    private Input find(String symbol) {
        return voices.inputs().stream().filter(input -> input.symbol().equals(symbol)).findFirst().orElse(null);
    }
}
