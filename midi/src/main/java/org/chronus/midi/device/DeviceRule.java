package org.chronus.midi.device;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Settings for the devices whose names match. Immutable; any thread.
 *
 * @param name     a device's name or a part of it; with * (any letters) and ? (any one letter) a pattern for all of it. Upper and lower
 *                 case alike
 * @param settings for such a device
 * @param words    the settings as text, such as {@code velocity soft, transpose -12 st}; empty if they are the defaults
 */
public record DeviceRule(String name, DeviceSettings settings, String words) {
    public DeviceRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(words, "words");
    }

    boolean names(MidiInput input) {
        return input.name().equalsIgnoreCase(name);
    }

    boolean fits(MidiInput input) {
        String lower = name.toLowerCase(Locale.ROOT), device = input.name().toLowerCase(Locale.ROOT);
        return lower.contains("*") || lower.contains("?") ? device.matches(pattern(lower)) : device.contains(lower);
    }

    private static String pattern(String glob) {
        return glob.codePoints().mapToObj(c -> switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining());
    }
}
