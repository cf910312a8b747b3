package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.List;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.DelayedSignal;

/**
 * What the mix hears of the parts: each, where some are late, together with the latest; and the sum of all. Built by the loader, run on the
 * audio thread.
 */
final class PartSum {
    private final Signal[] heard;
    private final List<DelayedSignal> early = new ArrayList<>();
    private final Signal sum = new Signal();

    PartSum(List<Part> parts) {
        int latest = parts.stream().mapToInt(Part::latency).max().orElse(0);
        heard = parts.stream().map(part -> latest == part.latency() ? part.stereo() : delayed(part, latest)).toArray(Signal[]::new);
        if (heard.length == 1) {
            sum.follow(heard[0]);
        } else {
            sum.data = new float[BLOCK * LANES];
            sum.step = LANES;
        }
    }

    private Signal delayed(Part part, int latest) {
        early.add(new DelayedSignal(part.stereo(), latest - part.latency()));
        return early.getLast();
    }

    /** A part's sound; lane 0 left, lane 1 right. */
    Signal of(int part) {
        return heard[part];
    }

    /** The sum of all. */
    Signal all() {
        return sum;
    }

    /** These frames, which all parts have played. */
    void generate(int start, int limit) {
        for (int i = 0; i < early.size(); i++) {
            early.get(i).generate(start, limit);
        }
        if (heard.length == 1) {
            return;
        }
        for (int i = start * LANES; i < limit * LANES; i += LANES) {
            float left = 0, right = 0;
            for (Signal part : heard) {
                left += part.data[i];
                right += part.data[i + 1];
            }
            sum.data[i] = left;
            sum.data[i + 1] = right;
        }
    }

    /** Silence. */
    void clear() {
        early.forEach(DelayedSignal::clear);
    }
}
