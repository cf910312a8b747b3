package org.chronus.presets;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file. Immutable; any thread.
 *
 * @param value    what was read, or null if there is nothing to use. A preset is null with any error; a bank is there in spite of errors
 *                 in single entries, which it then lacks
 * @param problems errors and warnings in the order of the file
 */
public record Reading<T>(T value, List<Problem> problems) {
    /** Copies the list. */
    public Reading {
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
    static <T> Reading<T> of(T value) {
        return new Reading<>(value, List.of());
    }

    /** An error about a file as a whole. */
    static <T> Reading<T> refused(String file, String what, String cure) {
        Problems problems = new Problems(file, "");
        problems.error(Place.WHOLE_FILE, what, cure);
        return new Reading<>(null, problems.list());
    }

    /** The same problems with nothing read. */
    <U> Reading<U> withoutValue() {
        return new Reading<>(null, problems);
    }
}
