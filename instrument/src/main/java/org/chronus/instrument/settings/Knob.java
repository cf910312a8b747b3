package org.chronus.instrument.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a controller's values, 0..127, say of the knob that sends them. */
public enum Knob {
    /** Where it stands. */
    ABSOLUTE,
    /** How far it was turned: 1 to 63 up, 127 down to 64 down. */
    TWOS,
    /** How far it was turned: 65 and more up, 63 and less down. */
    OFFSET,
    /** How far it was turned: 1 to 63 up, 65 to 127 down. */
    SIGN;

    /** As files and requests have it. Any thread. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that word. Any thread. */
    public static Optional<Knob> find(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Steps that a value means, negative for down; of an absolute knob 0. Any thread. */
    public int steps(int value) {
        return switch (this) {
            case ABSOLUTE -> 0;
            case TWOS -> value < 64 ? value : value - 128;
            case OFFSET -> value - 64;
            case SIGN -> value < 64 ? value : 64 - value;
        };
    }
}
