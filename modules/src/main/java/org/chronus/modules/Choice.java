package org.chronus.modules;

import java.util.Locale;

/**
 * A setting with a few named values, fixed when the patch is built: it changes only by a new patch, so that no kernel branches on it.
 * Written in presets in lower case with dashes.
 */
public final class Choice<E extends Enum<E>> {
    private final String symbol;
    private final Class<E> type;
    private String meaning = "";
    private E value;

    Choice(String symbol, E normally) {
        this.symbol = symbol;
        this.type = normally.getDeclaringClass();
        this.value = normally;
    }

    /** Says in a few words what is chosen. */
    public Choice<E> means(String text) {
        meaning = text;
        return this;
    }

    /** What is chosen; settled when {@link Module#activate} is called. */
    public E value() {
        return value;
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    /** Every name that {@link #choose} takes. */
    public java.util.List<String> names() {
        return java.util.Arrays.stream(type.getEnumConstants()).map(Choice::name).toList();
    }

    /** [loader] Chooses by name. False if there is no such name. */
    public boolean choose(String name) {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(name)) {
                value = constant;
                return true;
            }
        }
        return false;
    }

    /** How the value is written. */
    public String name() {
        return name(value);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
