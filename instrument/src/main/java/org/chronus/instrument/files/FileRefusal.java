package org.chronus.instrument.files;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** A file that is not taken, or not there. The message is one line: what is wrong, where, and what to do. */
public final class FileRefusal extends Exception {
    /** Why. */
    public enum Reason { WRONG, TOO_LONG, IS_THERE, NOT_THERE }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    FileRefusal(Reason reason, String line) {
        super(line, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Its first error, if it has one, refuses a text. */
    static void check(ReadResult<?> reading, String name) throws FileRefusal {
        for (Problem problem : reading.problems()) {
            if (problem.severity() == Severity.ERROR) {
                String place = problem.line() == 0 ? name : name + ", line " + problem.line();
                throw new FileRefusal(Reason.WRONG, place + ": " + problem.what() + ": " + problem.cure());
            }
        }
    }
}
