package org.chronus.presets.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.chronus.presets.text.Problems;

/**
 * A scale of the Scala format (.scl): steps above the first note, in cents; the last is the interval after which it repeats.
 *
 * @param cents without the first note's 0; may be empty: then every degree is the first note
 */
public record Scale(String name, List<Double> cents) {
    private static final int MOST_NOTES = 4_096;
    /** Equal steps of a semitone. */
    public static final Scale TWELVE_EQUAL = new Scale("12 equal", java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(i -> 100.0 * i).toList());

    /** Copies the list. */
    public Scale {
        cents = List.copyOf(cents);
    }

    /** The text of a file, as Scala's documentation describes it; null if there is an error. */
    public static Scale read(String text, Problems problems) {
        ScalaText lines = new ScalaText(text, problems);
        String name = lines.line().strip();
        OptionalInt count = lines.whole("the number of notes", 0, MOST_NOTES);
        List<Double> cents = new ArrayList<>();
        for (int i = 0; i < count.orElse(0) && !problems.hasErrors(); i++) {
            String line = lines.value("note " + (i + 1) + " of " + count.getAsInt());
            ScalaPitch.of(line).ifPresentOrElse(pitch -> {
                cents.add(pitch.cents());
                if (pitch.isDoubtful()) {
                    lines.warning(ScalaText.quote(line) + " is read as the ratio of its first number", "write ! before a comment, / in a ratio");
                }
            }, () -> {
                if (!problems.hasErrors()) {
                    lines.error(ScalaText.quote(line) + " is no interval", "write cents with a point (701.955), a ratio (3/2) or a whole number (2)");
                }
            });
        }
        if (!problems.hasErrors() && !lines.isAtEnd() && ScalaPitch.of(lines.value("")).isPresent()) {
            lines.warning("there are more notes than " + count.getAsInt(), "correct the number of notes, or write ! before the line");
        }
        return problems.hasErrors() ? null : new Scale(name, cents);
    }

    /** Cents of a degree above degree 0; degrees beyond the last repeat one interval of repetition higher, and below 0 lower. */
    public double cents(int degree) {
        if (cents.isEmpty()) {
            return 0;
        }
        int within = Math.floorMod(degree, cents.size());
        return Math.floorDiv(degree, cents.size()) * cents.getLast() + (within == 0 ? 0 : cents.get(within - 1));
    }
}
