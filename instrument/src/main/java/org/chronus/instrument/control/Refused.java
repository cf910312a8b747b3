package org.chronus.instrument.control;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** A request that is not done. The message is one line: what is wrong, and what to do. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, and what to do. */
    public Refused(String what, String cure) {
        this(what + ": " + cure);
    }

    /** The line as it is. */
    Refused(String line) {
        super(line, null, false, false);
    }

    /** What was read, or why it was not. */
    static <T> T orElse(ReadResult<T> reading) throws Refused {
        if (reading.found().isEmpty()) {
            Problem first = error(reading);
            throw new Refused(first.what(), first.cure());
        }
        return reading.value();
    }

    /** The same for files, whose names belong into the answer. */
    static <T> T file(ReadResult<T> reading) throws Refused {
        if (reading.found().isEmpty()) {
            Problem first = error(reading);
            throw new Refused(first.file() + ": " + first.what(), first.cure());
        }
        return reading.value();
    }

    private static Problem error(ReadResult<?> reading) {
        return reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst().orElseThrow();
    }
}
