package org.chronus.presets.value;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.chronus.modules.Unit;

/**
 * Converts quantities to the unit of a port. Beats need a tempo in beats per minute; as a frequency they are the length of a cycle.
 * Stateless; any thread.
 */
public final class Units {
    private static final Map<String, String> MISSPELT = Map.ofEntries(Map.entry("sec", "s"), Map.entry("second", "s"),
            Map.entry("seconds", "s"), Map.entry("msec", "ms"), Map.entry("hertz", "Hz"), Map.entry("k", "kHz"), Map.entry("cent", "ct"),
            Map.entry("cents", "ct"), Map.entry("semi", "st"), Map.entry("semitone", "st"), Map.entry("semitones", "st"),
            Map.entry("octave", "oct"), Map.entry("octaves", "oct"), Map.entry("percent", "%"), Map.entry("decibel", "dB"));

    private Units() { }

    /** The written number in the port's unit; nothing if that unit is not for this port. */
    public static OptionalDouble convert(Quantity quantity, Unit unit, double tempo) {
        double n = quantity.number();
        String written = quantity.unit();
        if (written.isEmpty()) {
            return OptionalDouble.of(n);
        }
        double value = switch (unit) {
            case HERTZ -> switch (written) {
                case "hz" -> n;
                case "khz" -> n * 1_000;
                case "bpm" -> n * (1 / 60.0);
                case "beat", "beats" -> tempo / (60 * n);
                default -> Double.NaN;
            };
            case SECONDS -> n * switch (written) {
                case "s" -> 1;
                case "ms" -> 0.001;
                case "min" -> 60;
                case "beat", "beats" -> 60 / tempo;
                default -> Double.NaN;
            };
            case NOTE, SEMITONES -> 12 * octaves(quantity);
            case OCTAVES -> octaves(quantity);
            case GAIN -> factor(quantity);
            case SHARE -> written.equals("%") ? n / 100 : Double.NaN;
            case NONE -> Double.NaN;
        };
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** True for a number of beats. */
    public static boolean isInBeats(Quantity quantity) {
        return quantity.unit().equals("beat") || quantity.unit().equals("beats");
    }

    /** An interval in octaves; not a number if the unit is no interval. */
    public static double octaves(Quantity quantity) {
        return switch (quantity.unit()) {
            case "oct" -> quantity.number();
            case "st" -> quantity.number() / 12;
            case "ct" -> quantity.number() / 1_200;
            default -> Double.NaN;
        };
    }

    /** A factor of amplitude; not a number if the unit is none of amplitude. */
    static double factor(Quantity quantity) {
        return switch (quantity.unit()) {
            case "" -> quantity.number();
            case "db" -> Math.pow(10, quantity.number() / 20);
            case "%" -> quantity.number() / 100;
            default -> Double.NaN;
        };
    }

    /**
     * How a port's numbers may be written, the likeliest first; empty for bare numbers only. Beats are not offered for frequencies: few are
     * so slow.
     */
    public static List<String> of(Unit unit) {
        return switch (unit) {
            case HERTZ -> List.of("kHz", "Hz", "bpm");
            case SECONDS -> List.of("ms", "s", "min", "beat");
            case NOTE, SEMITONES -> List.of("ct", "st", "oct");
            case OCTAVES -> List.of("oct", "st", "ct");
            case GAIN -> List.of("dB", "%");
            case SHARE -> List.of("%");
            case NONE -> List.of();
        };
    }

    /** The right spelling of a unit that some write in another way, or the empty text. */
    public static String spelling(String written) {
        return MISSPELT.getOrDefault(written, "");
    }

    /** An example of a number for such a port. */
    static String example(Unit unit) {
        return switch (unit) {
            case HERTZ -> "400 Hz";
            case SECONDS -> "20 ms";
            case NOTE -> "C4 or 60";
            case SEMITONES -> "-12 st";
            case OCTAVES -> "1.5 oct";
            case GAIN -> "-6 dB or 0.5";
            case SHARE -> "0.3 or 30 %";
            case NONE -> "0.5";
        };
    }
}
