package org.chronus.instrument.control;

import org.chronus.instrument.engine.slots.SwapReport;

/** Says in a line why a change of the patch did not come to play. Any thread. */
public final class SwapReasons {
    private SwapReasons() { }

    /** Of a change that has ended without playing. */
    public static String of(SwapReport report) {
        int program = report.request().program();
        return switch (report.outcome()) {
            case FAILED -> report.reason();
            case UNKNOWN -> "the bank has no program " + program + " (#" + (program + 1) + "): what sounds goes on";
            case PENDING, SWAPPED, SAME, SUPERSEDED -> "a newer change came first: what that one brings is heard";
        };
    }
}
