package org.chronus.presets.text;

import java.util.List;
import java.util.Optional;

/**
 * The result of reading a file. Immutable; any thread.
 *
 * @param value    what was read, or null if there is nothing to use. A preset is null with any error; a bank is there in spite of errors
 *                 in single entries, which it then lacks
 * @param problems errors and warnings in the order of the file
 */
public record ReadResult<T>(T value, List<Problem> problems) {
    /** Copies the list. */
    public ReadResult {
        problems = List.copyOf(problems);
    }

    /** The value, unless null. */
    public Optional<T> found() {
        return Optional.ofNullable(value);
    }

    /** True if no problem is an error. */
    public boolean isGood() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** A value with nothing to say about it. */
    public static <T> ReadResult<T> of(T value) {
        return new ReadResult<>(value, List.of());
    }

    /** An error about a file as a whole. */
    public static <T> ReadResult<T> refused(String file, String what, String cure) {
        Problems problems = new Problems(file, "");
        problems.error(TextPosition.WHOLE_FILE, what, cure);
        return new ReadResult<>(null, problems.list());
    }

    /** The same problems with nothing read. */
    public <U> ReadResult<U> withoutValue() {
        return new ReadResult<>(null, problems);
    }
}
