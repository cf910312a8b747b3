package org.chronus.presets.value;

import java.math.BigDecimal;
import java.math.MathContext;

import org.chronus.modules.Unit;

/** Formats numbers as players write them: 20 kHz, 5 ms, -6 dB. Stateless; any thread. */
public final class NumberText {
    private NumberText() { }

    /** Four digits, without an exponent. */
    public static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A value with its unit. */
    public static String value(double value, Unit unit) {
        return switch (unit) {
            case HERTZ -> Math.abs(value) >= 1_000 ? number(value / 1_000) + " kHz" : number(value) + " Hz";
            case SECONDS -> value != 0 && Math.abs(value) < 1 ? number(value * 1_000) + " ms" : number(value) + " s";
            case NOTE -> value == Math.rint(value) ? NoteName.of((int) value) : number(value);
            case SEMITONES, OCTAVES -> number(value) + " " + unit.symbol();
            case GAIN -> value > 0 && value != 1 ? number(Math.rint(200 * Math.log10(value)) / 10) + " dB" : number(value);
            case SHARE, NONE -> number(value);
        };
    }

    /** The values that a port takes. */
    static String range(ValueSpec port) {
        String lowest = value(port.minimum(), port.unit()), highest = value(port.maximum(), port.unit());
        return port.unit() == Unit.GAIN && port.maximum() > 1
                ? lowest + " .. " + number(port.maximum()) + " (" + highest + ")" : lowest + " .. " + highest;
    }
}
