package org.chronus.presets.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.Supplier;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** What holds for the problems of any text whatever. */
public final class ProblemFacts {
    /** The name under which texts are read. */
    public static final String FILE = "f.yaml";
    private static final int MOST_PROBLEMS = 101, LONGEST_LINE = 500;

    private ProblemFacts() { }

    /** Everything that a reader of messages counts on. */
    public static void check(String text, ReadResult<?> reading) {
        assertTrue(reading.value() != null || !reading.isGood(), text);
        assertTrue(reading.problems().size() <= MOST_PROBLEMS, text);
        long lines = text.lines().count();
        for (Problem problem : reading.problems()) {
            String said = problem.toString();
            assertTrue(said.startsWith(FILE) && said.lines().count() == 1 && said.length() <= LONGEST_LINE, () -> said + " in\n" + text);
            assertFalse(problem.what().isBlank() || problem.cure().isBlank() || said.chars().anyMatch(Character::isISOControl),
                    () -> said + " in\n" + text);
            boolean whole = problem.line() == 0 && problem.column() == 0;
            assertTrue(whole || problem.line() >= 1 && problem.column() >= 1 && problem.line() <= lines + 1, () -> said + " in\n" + text);
            assertTrue(problem.withCaret().length() <= 2 * LONGEST_LINE, text);
        }
    }

    /** Reads a text; an exception is a failure. */
    public static <T> ReadResult<T> read(String text, Supplier<ReadResult<T>> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | StackOverflowError escaped) {
            return fail("this escaped from reading\n" + text, escaped);
        }
    }
}
