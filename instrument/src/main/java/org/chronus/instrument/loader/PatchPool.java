package org.chronus.instrument.loader;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.presets.preset.Preset;

/**
 * Patches that have rung out, or were never heard, and wait to be asked for again: a program change back to a preset builds nothing. When there
 * are too many, one is closed: of several of one preset, or else of all, the one that waits longest. The threads of the loader and of primes.
 */
final class PatchPool {
    /** Patches with plugins that may wait: each has a process of its own. */
    private static final int MOST_HOSTED = 4;

    private final int most;
    /** The one that waits longest first. */
    private final List<PrimedPatch> waiting = new ArrayList<>();
    private boolean closed;

    /** @param most patches that may wait */
    PatchPool(int most) {
        this.most = most;
    }

    /** A patch that was built from an equal preset for this sample rate, in whatever state it was left; null if there is none. */
    synchronized PrimedPatch take(Preset preset, float sampleRate) {
        for (Iterator<PrimedPatch> all = waiting.iterator(); all.hasNext();) {
            PrimedPatch patch = all.next();
            if (patch.patch().sampleRate() == sampleRate && patch.preset().equals(preset)) {
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
            waiting.remove(surplus()).patch().close();
        } else if (patch.preset().hostsPlugins() && waiting.stream().filter(other -> other.preset().hostsPlugins()).count() > MOST_HOSTED) {
            PrimedPatch first = waiting.stream().filter(other -> other.preset().hostsPlugins()).findFirst().orElseThrow();
            waiting.remove(first);
            first.patch().close();
        }
    }

    /** The index of the one to do without: the first that has an equal one beside it, else the first. */
    private int surplus() {
        for (int i = 0; i < waiting.size(); i++) {
            Preset preset = waiting.get(i).preset();
            if (waiting.subList(i + 1, waiting.size()).stream().anyMatch(other -> other.preset().equals(preset))) {
                return i;
            }
        }
        return 0;
    }

    /** Closes all that wait. */
    synchronized void clear() {
        waiting.forEach(patch -> patch.patch().close());
        waiting.clear();
    }

    /** Closes all that wait, and whatever will come. */
    synchronized void close() {
        closed = true;
        clear();
    }
}
