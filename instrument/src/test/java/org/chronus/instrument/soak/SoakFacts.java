package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;

import org.chronus.instrument.engine.slots.FailureCause;
import tools.jackson.databind.JsonNode;

/** What holds for every soak, even if the machine stands still for a while. */
final class SoakFacts {
    private SoakFacts() { }

    /** A patch may have been taken out for want of time, which may be the machine's fault, but for no other cause. */
    static void assertNoPatchFailedByItself(JsonNode report) {
        int overruns = 0;
        for (JsonNode warning : report.get("warnings")) {
            String line = warning.asString();
            EnumSet<FailureCause> others = EnumSet.complementOf(EnumSet.of(FailureCause.NONE, FailureCause.OVERRUN));
            assertEquals(0, others.stream().filter(cause -> line.contains(cause.meaning)).count(), report::toString);
            overruns += line.contains(FailureCause.OVERRUN.meaning) ? 1 : 0;
        }
        assertEquals(report.get("failures").asInt() > 0, overruns > 0, () -> "every failure is explained: " + report);
    }
}
