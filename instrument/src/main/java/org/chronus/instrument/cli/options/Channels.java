package org.chronus.instrument.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A list of MIDI channels, 1..16, as players write it: {@code 1,3,5-8} or {@code all}. */
public record Channels(int mask) {
    /** All but the tenth, which is for drums. */
    public static final String NORMAL = "1-9,11-16";

    static Channels parse(String text) {
        if (text.equals("all")) {
            return new Channels(0xFFFF);
        }
        int mask = 0;
        for (String range : text.split(",", -1)) {
            if (!range.matches("[0-9]{1,2}(-[0-9]{1,2})?")) {
                throw new IllegalArgumentException("'" + text + "' is not a list of channels: write for example 1,3,5-8 or all");
            }
            String[] ends = range.split("-");
            int from = Integer.parseInt(ends[0]), to = Integer.parseInt(ends[ends.length - 1]);
            if (from < 1 || to > 16 || from > to) {
                throw new IllegalArgumentException("channels are 1 to 16, not " + range);
            }
            for (int channel = from; channel <= to; channel++) {
                mask |= 1 << channel - 1;
            }
        }
        return new Channels(mask);
    }

    public boolean has(int channel) {
        return (mask & 1 << channel) != 0;
    }

    /** For picocli. */
    public static final class Converter implements ITypeConverter<Channels> {
        @Override public Channels convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
