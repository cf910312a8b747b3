package org.chronus.instrument.cli.terminal;

import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.Swap;

/** Says what has become of changes, from the first sound on. The loader's thread. */
public final class ChangeReporter implements Consumer<Swap> {
    private final StatusLine status;
    private final Consumer<Swap> greeting;
    private volatile boolean begun;

    /** @param greeting gets the changes that bring a preset */
    public ChangeReporter(StatusLine status, Consumer<Swap> greeting) {
        this.status = status;
        this.greeting = greeting;
    }

    /** Something sounds. */
    public void begin() {
        begun = true;
    }

    @Override public void accept(Swap swap) {
        if (!begun) {
            return;
        }
        boolean isDraft = swap.program() == Swap.NO_PROGRAM;
        String place = swap.program() + " (#" + (swap.program() + 1) + ")";
        switch (swap.outcome()) {
            case FAILED -> status.say("chronus: " + swap.reason());
            case UNKNOWN -> status.say("chronus: the bank has no program " + place + "; what sounds goes on");
            case SAME, SUPERSEDED -> { }
            case PENDING, SWAPPED -> {
                status.say(String.format("%s %s, ready in %.0f ms", isDraft ? "draft  " : "program " + place, swap.preset(), swap.primeMillis()));
                greeting.accept(swap);
            }
        }
    }
}
