package org.chronus.instrument.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapReport.Outcome;

/**
 * Tells the loader's listener what becomes of changes: of each once it is ready or came to nothing, and of one that was ready again once it
 * has taken over or was replaced. Mutable; the loader's thread, but for {@link #overtake}.
 */
final class SwapNotifier {
    private final LoaderListener listener;
    /** Requests that were forgotten before they began, until the listener has heard of it. */
    private final Queue<SwapReport> overtaken = new ConcurrentLinkedQueue<>();
    /** Changes that are ready and have neither taken over nor been replaced. */
    private final List<SwapReport> ready = new ArrayList<>();

    /** @param listener hears of it on the loader's thread */
    SwapNotifier(LoaderListener listener) {
        this.listener = listener;
    }

    /** [any thread but audio] A request is forgotten before it began, because a newer one has come. */
    void overtake(SwapReport report) {
        report.end(Outcome.SUPERSEDED, "");
        overtaken.add(report);
    }

    /** A change is ready: once it has ended, that is to be told. */
    void expectEnd(SwapReport report) {
        ready.add(report);
    }

    /** All that is to be done for a change before it takes over is done. */
    void settle(SwapReport report) {
        listener.settled(report);
        report.settle();
    }

    /** Tells which requests were overtaken. */
    void tellOvertaken() {
        for (SwapReport late = overtaken.poll(); late != null; late = overtaken.poll()) {
            settle(late);
        }
    }

    /** Tells which changes have ended. */
    void tellEnded() {
        ready.removeIf(report -> {
            boolean ended = report.outcome() != Outcome.PENDING;
            if (ended) {
                listener.ended(report);
            }
            return ended;
        });
    }
}
