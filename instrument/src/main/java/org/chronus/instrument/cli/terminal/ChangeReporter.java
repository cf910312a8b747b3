package org.chronus.instrument.cli.terminal;

import java.util.Locale;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;

/** Says what has become of changes, from the first sound on. The loader's thread. */
public final class ChangeReporter implements Consumer<SwapReport> {
    private final StatusLine status;
    private final Consumer<SwapReport> greeting;
    private volatile boolean begun;

    /** @param greeting gets the changes that bring a preset */
    public ChangeReporter(StatusLine status, Consumer<SwapReport> greeting) {
        this.status = status;
        this.greeting = greeting;
    }

    /** Something sounds. */
    public void begin() {
        begun = true;
    }

    @Override public void accept(SwapReport report) {
        if (!begun) {
            return;
        }
        int program = report.request().program();
        boolean isDraft = program == SwapRequest.NO_PROGRAM;
        String place = program + " (#" + (program + 1) + ")";
        switch (report.outcome()) {
            case FAILED -> status.say("chronus: " + report.reason());
            case UNKNOWN -> status.say("chronus: the bank has no program " + place + "; what sounds goes on");
            case SAME, SUPERSEDED -> { }
            case PENDING, SWAPPED -> {
                status.say(String.format(Locale.ROOT, "%s %s, ready in %.0f ms", isDraft ? "draft  " : "program " + place, report.preset(),
                        report.primeMillis()));
                greeting.accept(report);
            }
        }
    }
}
