package org.chronus.presets.value;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the names of MIDI keys: C4 is 60, C-1 is 0; sharps are #, flats b. Stateless; any thread. */
public final class NoteName {
    private static final Pattern FORM = Pattern.compile("([A-Ga-g])([#b]?)(-?\\d{1,2})");
    private static final String STEPS = "C D EF G A B";
    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    private NoteName() { }

    /** The note number, which may lie outside 0..127; nothing if the text is no note name. */
    public static OptionalInt parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return OptionalInt.empty();
        }
        int step = STEPS.indexOf(Character.toUpperCase(form.group(1).charAt(0)));
        int accidental = switch (form.group(2)) {
            case "#" -> 1;
            case "b" -> -1;
            default -> 0;
        };
        return OptionalInt.of(12 * (Integer.parseInt(form.group(3)) + 1) + step + accidental);
    }

    /** 0..11 of a note without an octave, such as F#, C being 0; nothing if the text is none. */
    public static OptionalInt pitchClass(String text) {
        OptionalInt note = text.strip().matches("\\D{1,2}") ? parse(text.strip() + "4") : OptionalInt.empty();
        return note.isPresent() ? OptionalInt.of(note.getAsInt() % 12) : note;
    }

    static String of(int note) {
        return NAMES[Math.floorMod(note, 12)] + (Math.floorDiv(note, 12) - 1);
    }
}
