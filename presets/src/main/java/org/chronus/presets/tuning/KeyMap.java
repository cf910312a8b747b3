package org.chronus.presets.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;

/**
 * Which key plays which degree of a scale, of the Scala format (.kbm).
 *
 * @param first     lowest MIDI key that sounds
 * @param last      highest MIDI key that sounds
 * @param middle    MIDI key that the first entry, or degree 0, belongs to
 * @param reference MIDI key whose frequency is given
 * @param hertz     that frequency
 * @param octave    degree by which the map repeats; 0 for the scale's own interval
 * @param degrees   one for each key of the pattern, below 0 downwards, {@link #SILENT} for none; empty for degree after degree
 */
public record KeyMap(int first, int last, int middle, int reference, double hertz, int octave, List<Integer> degrees) {
    /** A key that plays nothing. */
    static final int SILENT = Integer.MIN_VALUE;
    private static final int KEYS = 128, MOST_DEGREES = 4_096;
    private static final Pattern UNMAPPED = Pattern.compile("[xX](?:[\\s!(;#].*)?", Pattern.DOTALL);
    /** Degree 0 is C4, and A4 is as tuned. */
    static final KeyMap NORMAL = new KeyMap(0, KEYS - 1, 60, 69, 440, 0, List.of());

    /** Copies the list. */
    public KeyMap {
        degrees = List.copyOf(degrees);
    }

    /** The text of a file, as Scala's documentation describes it; null if there is an error. */
    public static KeyMap read(String text, Problems problems) {
        ScalaText lines = new ScalaText(text, problems);
        int size = lines.whole("the size of the map", 0, KEYS).orElse(0);
        int first = lines.whole("the first key", 0, KEYS - 1).orElse(0), last = lines.whole("the last key", 0, KEYS - 1).orElse(0);
        int middle = lines.whole("the key of the first entry", 0, KEYS - 1).orElse(0);
        int reference = lines.whole("the key of the frequency", 0, KEYS - 1).orElse(0);
        double hertz = lines.real("the frequency in Hz", 1, 20_000).orElse(1);
        int octave = lines.whole("the degree of the octave", 0, MOST_DEGREES).orElse(0);
        List<Integer> degrees = new ArrayList<>();
        // Keys that the file leaves out at its end play nothing.
        for (int i = 0; i < size && !problems.hasErrors(); i++) {
            degrees.add(lines.isAtEnd() ? SILENT : degree(lines, problems));
        }
        return problems.hasErrors() ? null : new KeyMap(first, last, middle, reference, hertz, octave, degrees);
    }

    private static int degree(ScalaText lines, Problems problems) {
        String line = lines.line().strip();
        OptionalInt degree = ScalaText.whole(line);
        if (UNMAPPED.matcher(line).matches()) {
            return SILENT;
        }
        if (degree.isPresent() && Math.abs(degree.getAsInt()) <= MOST_DEGREES) {
            return degree.getAsInt();
        }
        if (!problems.hasErrors()) {
            lines.error(ScalaText.quote(line) + " is no degree", "write a whole number, or x for a key that is silent");
        }
        return SILENT;
    }

    /** True if the reference key plays nothing. */
    boolean isReferenceSilent() {
        return isSilent(reference);
    }

    /** True if no key plays anything. */
    boolean isAllSilent() {
        return !degrees.isEmpty() && degrees.stream().allMatch(degree -> degree == SILENT);
    }

    private boolean isSilent(int key) {
        return !degrees.isEmpty() && degrees.get(Math.floorMod(key - middle, degrees.size())) == SILENT;
    }

    /**
     * Cents of the {@link #reference} key above {@link #middle}'s. One that plays nothing is as far between the nearest keys that do as it
     * lies between them. At least one key must play.
     */
    double referenceCents(Scale scale) {
        int below = reference, above = reference;
        while (isSilent(below)) {
            below--;
        }
        while (isSilent(above)) {
            above++;
        }
        double low = cents(below, scale);
        return below == above ? low : low + (cents(above, scale) - low) * (reference - below) / (above - below);
    }

    /** Cents of a key above {@link #middle}'s; not a number if it is silent. */
    public double cents(int key, Scale scale) {
        int away = key - middle;
        if (degrees.isEmpty()) {
            return scale.cents(away);
        }
        int degree = degrees.get(Math.floorMod(away, degrees.size()));
        double repeat = scale.cents(octave == 0 ? scale.cents().size() : octave);
        return degree == SILENT ? Double.NaN : Math.floorDiv(away, degrees.size()) * repeat + scale.cents(degree);
    }
}
