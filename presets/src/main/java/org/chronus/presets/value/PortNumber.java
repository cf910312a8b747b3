package org.chronus.presets.value;

import java.math.BigDecimal;

import org.chronus.modules.Unit;

/** Formats the values of ports for a file: with their unit, and so that they are read back to the last bit. Stateless; any thread. */
public final class PortNumber {
    private PortNumber() { }

    public static String text(float value, Unit unit) {
        BigDecimal exact = new BigDecimal(Float.toString(value));
        return switch (unit) {
            case HERTZ, SEMITONES, OCTAVES -> plain(exact) + " " + unit.symbol();
            case SECONDS -> seconds(exact, value);
            case NOTE, GAIN, SHARE, NONE -> plain(exact);
        };
    }

    private static String seconds(BigDecimal exact, float value) {
        String millis = plain(exact.movePointRight(3));
        boolean isShort = Math.abs(value) < 1 && value != 0;
        return isShort && (float) (Double.parseDouble(millis) * 0.001) == value ? millis + " ms" : plain(exact) + " s";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
