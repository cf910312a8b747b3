package org.chronus.instrument.engine.slots;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.chronus.presets.preset.Preset;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;

/**
 * Patches on their way between the loader and the audio thread, and the little that each must know of the other: an offer, a spare, and
 * those that come back. Nothing here waits, and nothing here decides.
 */
public final class Handover {
    /** More than can come back while the loader primes one. */
    private static final int RETURNS = 256;

    private final AtomicReference<PrimedPatch> offered = new AtomicReference<>();
    private final AtomicReference<PrimedPatch> spare = new AtomicReference<>();
    private final SpscAtomicArrayQueue<PrimedPatch> returned = new SpscAtomicArrayQueue<>(RETURNS);
    /** The audio thread's own: what was offered when it looked last. */
    private PrimedPatch seen;
    private PrimedPatch takenSpare;
    private volatile boolean wantsSpare;
    private volatile Preset playing;

    /** [loader] Hands over a primed patch. It replaces one that was not yet taken, which is returned, or null. */
    public PrimedPatch offer(PrimedPatch primed) {
        PrimedPatch late = offered.getAndSet(primed);
        if (late != null) {
            late.report().drop();
        }
        return late;
    }

    /** [loader] Takes back a patch that was offered; false if it has been accepted. */
    public boolean withdraw(PrimedPatch primed) {
        return offered.compareAndSet(primed, null);
    }

    /** [loader] Hands over a patch to stand by. It replaces one that was not yet taken, which is returned, or null. */
    public PrimedPatch lend(PrimedPatch primed) {
        return spare.getAndSet(primed);
    }

    /** [loader] A patch that is no longer needed, or null. */
    public PrimedPatch takeBack() {
        return returned.poll();
    }

    /** [any thread] True while nothing stands by, or is on its way to. */
    public boolean wantsSpare() {
        return wantsSpare;
    }

    /** [any thread] What the active patch was built from, or null before the first. */
    public Preset playing() {
        return playing;
    }

    /** [audio] Looks what is offered: until it looks again, or takes it, it goes by this. Returns it, or null. */
    public PrimedPatch look() {
        seen = offered.get();
        return seen;
    }

    /** [audio] The patch that was offered when it looked, or null. */
    public PrimedPatch offered() {
        return seen;
    }

    /** [audio] Takes the patch that it saw; false if that was withdrawn or replaced meanwhile. Then it sees none. */
    boolean take(PrimedPatch primed) {
        seen = null;
        return offered.compareAndSet(primed, null);
    }

    /** [audio] */
    boolean hasSpare() {
        return spare.get() != null;
    }

    /** [audio] The patch that is to stand by. */
    PrimedPatch takeSpare() {
        takenSpare = spare.getAndSet(null);
        return takenSpare;
    }

    /** [audio] The patch that was taken to stand by since it was asked for last, or null. */
    public PrimedPatch tellTakenSpare() {
        PrimedPatch told = takenSpare;
        takenSpare = null;
        return told;
    }

    /** [loader, once the audio thread has ended] Takes out all patches that are on their way. */
    public void clear(Consumer<PrimedPatch> owner) {
        for (PrimedPatch patch : new PrimedPatch[] {offered.getAndSet(null), spare.getAndSet(null)}) {
            if (patch != null) {
                owner.accept(patch);
            }
        }
        for (PrimedPatch patch = returned.poll(); patch != null; patch = returned.poll()) {
            owner.accept(patch);
        }
    }

    /** [audio] Back to the loader. */
    void giveBack(PrimedPatch patch) {
        returned.offer(patch);
    }

    /** [audio] Whether the slot beside the active one is empty. */
    void standbyIsEmpty(boolean empty) {
        wantsSpare = empty && spare.get() == null;
    }

    /** [audio] From now on this preset plays new notes. */
    void plays(Preset preset) {
        playing = preset;
    }
}
