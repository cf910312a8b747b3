package org.chronus.instrument.loader;

import java.util.Optional;

import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.preset.Preset;

/**
 * The change that was offered to the engine last, and the one before it: what sounds need not be primed again. Mutable; the loader's thread.
 */
final class Offers {
    /** A preset that is to be made ready again, and what becomes of that. Immutable. */
    record Again(SwapReport report, Preset preset) { }

    private final Handover handover;
    private final PatchPool pool;
    private SwapReport newest;
    private SwapReport before;
    private PrimedPatch underway;
    /** The numbers of the changes that were offered mean other programs now. */
    private volatile boolean renumbered;

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
        if (renumbered) {
            renumbered = false;
            newest = null;
            before = null;
        }
        if (before != null && request.isSameProgram(before.request()) && underway != null && handover.withdraw(underway)) {
            underway.report().drop();
            pool.put(underway);
            underway = null;
            newest = before;
        }
        return Optional.ofNullable(newest).filter(last -> request.isSameProgram(last.request()));
    }

    /**
     * Nothing that was offered sounds any more, for the sample rate has changed. What is to be made ready again: the change that was under way,
     * or, by a change that takes over at once, what played; empty if nothing did.
     */
    Optional<Again> restart() {
        SwapReport last = newest;
        PrimedPatch latest = underway;
        newest = null;
        before = null;
        underway = null;
        if (latest != null && handover.withdraw(latest)) {
            pool.put(latest);
        }
        if (latest != null && latest.report().outcome() == SwapReport.Outcome.PENDING) {
            return Optional.of(new Again(latest.report(), latest.preset()));
        }
        return Optional.ofNullable(handover.playing()).map(preset -> new Again(new SwapReport(request(last, preset)), preset));
    }

    private static SwapRequest request(SwapReport last, Preset preset) {
        if (last == null) {
            return SwapRequest.preset(0, preset);
        }
        SwapRequest asked = last.request();
        return new SwapRequest(SwapRequest.AT_ONCE, 0, System.nanoTime(), asked.bank(), asked.program(), asked.preset());
    }

    /** [any thread but audio] The bank is another: no number stands for the program that it stood for. */
    void renumber() {
        renumbered = true;
    }

    /** What was offered last has failed: it is to be had again by asking for it. */
    void forget() {
        newest = null;
    }
}
