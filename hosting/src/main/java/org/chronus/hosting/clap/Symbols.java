package org.chronus.hosting.clap;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes symbols for presets of names for people, each once. Mutable; for one thread. */
final class Symbols {
    private final Set<String> taken = new HashSet<>();
    private final String normally;

    /** For a name without a letter or digit: what stands in its place. */
    Symbols(String normally) {
        this.normally = normally;
    }

    /** Small letters, digits and _, not yet taken: a second one of that name has a number behind it. */
    String of(String name) {
        String plain = plain(name);
        String symbol = plain.isEmpty() ? normally : Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
        String free = symbol;
        for (int i = 2; !taken.add(free); i++) {
            free = symbol + "_" + i;
        }
        return free;
    }

    /** Its letters and digits in small, with one _ for whatever is between them. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
