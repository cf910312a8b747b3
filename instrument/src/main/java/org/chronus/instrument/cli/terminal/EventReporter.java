package org.chronus.instrument.cli.terminal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;

/**
 * Says on stderr what goes wrong while an instrument plays; changes of the patch go to the command, but of each program that the bank has
 * not only the first: some keyboards ask again and again. The threads on which events come.
 */
public final class EventReporter implements Consumer<InstrumentEvent> {
    private final StatusLine status;
    private final Consumer<SwapReport> changes;
    private final Set<Integer> unknown = ConcurrentHashMap.newKeySet();

    /** @param changes gets what is ready or came to nothing */
    public EventReporter(StatusLine status, Consumer<SwapReport> changes) {
        this.status = status;
        this.changes = changes;
    }

    /** The audio thread is in a module that never returns: ends the process, so that whoever watches it may start another. */
    public static void stuck() {
        System.err.println("chronus: a module does not return, and the sound has stopped with it: take it out of the preset");
        Runtime.getRuntime().halt(1);
    }

    @Override public void accept(InstrumentEvent event) {
        switch (event) {
            case InstrumentEvent.Settled(SwapReport report) -> settled(report);
            case InstrumentEvent.Warning(String line) -> status.say("chronus: " + line);
            case InstrumentEvent.Ended _, InstrumentEvent.Moved _, InstrumentEvent.LatePeriods _, InstrumentEvent.FailedOver _ -> { }
        }
    }

    private void settled(SwapReport report) {
        SwapRequest request = report.request();
        if (report.outcome() != SwapReport.Outcome.UNKNOWN || unknown.add(request.bank() * 128 + request.program())) {
            changes.accept(report);
        }
    }
}
