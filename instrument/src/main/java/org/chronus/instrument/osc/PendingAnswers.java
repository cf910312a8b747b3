package org.chronus.instrument.osc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What will be answered once something has happened elsewhere. */
final class PendingAnswers {
    private static final int MOST = 256;

    private final List<BooleanSupplier> all = new ArrayList<>();

    /** {@code attempt} answers and returns true as soon as it can; refused if too much waits. */
    void add(BooleanSupplier attempt) throws Refused {
        if (all.size() == MOST) {
            throw new Refused("too much is under way", "wait for its answers");
        }
        all.add(attempt);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void look() {
        all.removeIf(BooleanSupplier::getAsBoolean);
    }
}
