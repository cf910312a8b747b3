package org.chronus.instrument.cli.options;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.chronus.midi.device.MidiInput;
import org.chronus.midi.device.MidiInputException;
import org.chronus.midi.device.MidiInputs;

/**
 * Which keyboards are played on: all, or those with certain names.
 *
 * @param names none for all that there are and will be
 */
public record KeyboardChoice(Optional<Set<String>> names) implements Predicate<MidiInput> {
    /**
     * What somebody wrote: {@code auto}, {@code none}, or names or parts of them, also several in one word, with commas. Whoever is named
     * is there now, and may leave and come back later.
     */
    public static KeyboardChoice of(List<String> words) throws Refusal {
        if (words.equals(List.of("auto"))) {
            return new KeyboardChoice(Optional.empty());
        }
        Set<String> names = new HashSet<>();
        try {
            for (String word : words.equals(List.of("none")) ? List.<String>of() : words) {
                addTo(names, word);
            }
        } catch (MidiInputException e) {
            throw new Refusal(e.getMessage());
        }
        return new KeyboardChoice(Optional.of(names));
    }

    /** A name may have commas of its own. */
    private static void addTo(Set<String> names, String word) throws MidiInputException {
        try {
            names.add(MidiInputs.find(word).name());
        } catch (MidiInputException unknown) {
            if (!word.contains(",")) {
                throw unknown;
            }
            for (String part : word.split(",", -1)) {
                names.add(MidiInputs.find(part.strip()).name());
            }
        }
    }

    public boolean isNone() {
        return names.isPresent() && names.get().isEmpty();
    }

    @Override public boolean test(MidiInput input) {
        return names.isEmpty() || names.get().contains(input.name());
    }
}
