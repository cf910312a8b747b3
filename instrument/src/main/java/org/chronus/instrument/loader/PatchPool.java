package org.chronus.instrument.loader;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.presets.preset.Preset;

/**
 * Patches that have rung out, or were never heard, and wait to be asked for again: a program change back to a preset builds nothing. The one
 * that waits longest is closed when there are too many. The threads of the loader and of primes.
 */
final class PatchPool {
    private final int most;
    /** The one that waits longest first. */
    private final List<PrimedPatch> waiting = new ArrayList<>();
    private boolean closed;

    /** @param most patches that may wait */
    PatchPool(int most) {
        this.most = most;
    }

    /** A patch that was built from an equal preset, in whatever state it was left; null if there is none. */
    synchronized PrimedPatch take(Preset preset) {
        for (Iterator<PrimedPatch> all = waiting.iterator(); all.hasNext();) {
            PrimedPatch patch = all.next();
            if (patch.preset().equals(preset)) {
                all.remove();
                return patch;
            }
        }
        return null;
    }

    /** A patch that nobody plays any more. */
    synchronized void put(PrimedPatch patch) {
        waiting.add(patch);
        if (closed || waiting.size() > most) {
            waiting.removeFirst().patch().close();
        }
    }

    /** Closes all that wait, and whatever will come. */
    synchronized void close() {
        closed = true;
        waiting.forEach(patch -> patch.patch().close());
        waiting.clear();
    }
}
