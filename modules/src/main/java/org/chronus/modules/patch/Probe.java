package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;
import java.util.List;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.note.LaneGains;
import org.chronus.modules.patch.plan.Source;

/**
 * What one output of a patch carries, for somebody who looks at it: of a module of voices the sum of all voices that play, of one that voices
 * share its first lane, of the mix or a part both sides. Nothing of the sound depends on it. Made by {@link ProbePoints}, for one patch;
 * runs on the audio thread.
 */
public final class Probe {
    /** Hears an output. */
    @FunctionalInterface
    public interface Listener {
        /** [audio] Frames {@code start} to {@code limit - 1} of a block, which are replaced after the call. It never allocates and never waits. */
        void heard(float[] left, float[] right, int start, int limit);
    }

    /**
     * An output of a patch.
     *
     * @param graph  the name of a part, or {@link #MIX}
     * @param source a module's output there; or the part itself, behind its level and before the mix
     */
    public record Place(String graph, Source source) {
        /** The graph behind the parts. */
        public static final String MIX = "mix";
    }

    /** What the lanes of a graph are. */
    enum Width { VOICES, SHARED, STEREO }

    private final Listener listener;
    private final Width width;
    private final List<Graph> graphs;
    private final int module, port;
    private final Signal whole;
    private final float[] left = new float[BLOCK], right = new float[BLOCK];
    private int lanes = 1;

    /** Of a module that each of these graphs has at the same place. */
    Probe(Listener listener, Width width, List<Graph> graphs, int module, int port) {
        this(listener, width, graphs, module, port, null);
    }

    /** Of a part's sound. */
    Probe(Listener listener, Signal stereo) {
        this(listener, Width.STEREO, List.of(), 0, 0, stereo);
    }

    private Probe(Listener listener, Width width, List<Graph> graphs, int module, int port, Signal whole) {
        this.listener = listener;
        this.width = width;
        this.graphs = graphs;
        this.module = module;
        this.port = port;
        this.whole = whole;
    }

    /** It hears from now on what it was made for. */
    void attach() {
        for (int i = 0; i < graphs.size(); i++) {
            graphs.get(i).attach(this, module, port);
        }
    }

    /** It hears nothing any more. */
    void detach() {
        for (int i = 0; i < graphs.size(); i++) {
            graphs.get(i).attach(null, -1, 0);
        }
    }

    /** These frames begin. */
    void begin(int start, int limit) {
        Arrays.fill(left, start, limit, 0);
        Arrays.fill(right, start, limit, 0);
    }

    /** Of the group of voices that plays next, it hears those that sound. */
    void hear(LaneGains gains) {
        lanes = 0;
        for (int lane = 0; lane < LANES; lane++) {
            lanes |= gains.isPlaying(lane) ? 1 << lane : 0;
        }
    }

    /** Adds frames of a graph's output, which its next module may write over. Plain loops: vectors would not be compiled yet, and allocate. */
    void add(Signal output, int start, int limit) {
        float[] y = output.data;
        int step = output.step, second = width == Width.STEREO ? 1 : 0;
        for (int i = start; i < limit; i++) {
            if (width == Width.VOICES) {
                float sum = sum(y, i * step);
                left[i] += sum;
                right[i] += sum;
            } else {
                left[i] = y[i * step];
                right[i] = y[i * step + second];
            }
        }
    }

    private float sum(float[] y, int line) {
        float sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            sum += (lanes & 1 << lane) != 0 ? y[line + lane] : 0;
        }
        return sum;
    }

    /** These frames are complete. */
    void finish(int start, int limit) {
        if (whole != null) {
            add(whole, start, limit);
        }
        for (int i = start; i < limit; i++) {
            if (!(Math.abs(left[i]) + Math.abs(right[i]) < Float.MAX_VALUE)) {
                left[i] = 0;
                right[i] = 0;
            }
        }
        listener.heard(left, right, start, limit);
    }
}
