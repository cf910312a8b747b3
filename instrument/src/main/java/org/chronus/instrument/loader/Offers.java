package org.chronus.instrument.loader;

import java.util.Optional;

import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;

/**
 * The change that was offered to the engine last, and the one before it: what sounds need not be primed again. Mutable; the loader's thread.
 */
final class Offers {
    private final Handover handover;
    private final PatchPool pool;
    private SwapReport newest;
    private SwapReport before;
    private PrimedPatch underway;

    /** @param pool gets patches that were offered in vain */
    Offers(Handover handover, PatchPool pool) {
        this.handover = handover;
        this.pool = pool;
    }

    /** Offers a patch. One that was offered before it and has not sounded yet is replaced. */
    void offer(PrimedPatch primed) {
        PrimedPatch late = handover.offer(primed);
        if (late == null) {
            before = newest;
        } else {
            pool.put(late);
        }
        newest = primed.report();
        underway = primed;
    }

    /** What was offered last, if it is the program that a request asks for. A change away from it that has not sounded yet is taken back. */
    Optional<SwapReport> find(SwapRequest request) {
        if (before != null && request.isSameProgram(before.request()) && underway != null && handover.withdraw(underway)) {
            underway.report().drop();
            pool.put(underway);
            underway = null;
            newest = before;
        }
        return Optional.ofNullable(newest).filter(last -> request.isSameProgram(last.request()));
    }

    /** What was offered last has failed: it is to be had again by asking for it. */
    void forget() {
        newest = null;
    }
}
