package org.chronus.instrument.osc;

import org.chronus.instrument.engine.slots.SwapReport;

/** Answers for changes of the patch, once they have come to an end. */
final class ChangeAnswers {
    /** More than the first heating of any module takes. */
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final PendingAnswers waiting;

    ChangeAnswers(PendingAnswers waiting) {
        this.waiting = waiting;
    }

    /** Tells when it plays, or why it does not. */
    void answer(SwapReport swap, Reply reply) throws Refused {
        long begin = System.nanoTime();
        waiting.add(() -> {
            if (swap.outcome() == SwapReport.Outcome.PENDING && System.nanoTime() - begin > LONGEST_NANOS) {
                reply.error("nothing came of it in a minute: is the sound running?");
                return true;
            }
            return tell(swap, reply);
        });
    }

    private static boolean tell(SwapReport swap, Reply reply) {
        switch (swap.outcome()) {
            case PENDING -> {
                return false;
            }
            case SWAPPED -> reply.ok(swap.preset(), (float) swap.primeMillis());
            case SAME -> reply.ok(swap.preset(), 0f);
            default -> reply.error(reason(swap));
        }
        return true;
    }

    /** Why one that did not come to play did not. */
    static String reason(SwapReport swap) {
        return switch (swap.outcome()) {
            case FAILED -> swap.reason();
            case UNKNOWN -> "the bank has no program " + swap.request().program() + " (#" + (swap.request().program() + 1) + "): what sounds goes on";
            default -> "a newer change came first: what that one brings is heard";
        };
    }
}
