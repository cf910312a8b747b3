package org.chronus.instrument.osc;

import java.util.List;

import org.chronus.instrument.control.Refused;
import org.chronus.midi.osc.OscMessage;

/** The arguments of a message, of the kinds that its address takes; refused if they are others. */
final class Arguments {
    private final OscAddress address;
    private final List<Object> values;

    /** Refused if there are too few or too many. */
    Arguments(OscAddress address, OscMessage message) throws Refused {
        this.address = address;
        values = message.arguments();
        List<String> names = names();
        long needed = names.stream().filter(name -> !name.startsWith("[")).count();
        if (values.size() < needed || values.size() > names.size()) {
            throw wrong(values.size() < needed ? names.get(values.size()) + " is missing" : "more arguments than it takes");
        }
    }

    /** How many there are. */
    int count() {
        return values.size();
    }

    /** True if that argument is there and a text. */
    boolean isText(int index) {
        return index < values.size() && values.get(index) instanceof String;
    }

    String text(int index) throws Refused {
        if (values.get(index) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw wrong(name(index) + " is a text");
    }

    /** A finite number; true is 1 and false 0. */
    double number(int index) throws Refused {
        double number = switch (values.get(index)) {
            case Number any -> any.doubleValue();
            case Boolean yes -> yes ? 1 : 0;
            default -> Double.NaN;
        };
        if (!Float.isFinite((float) number)) {
            throw wrong(name(index) + " is a finite number");
        }
        return number;
    }

    double number(int index, double low, double high) throws Refused {
        double number = number(index);
        if (number < low || number > high) {
            throw wrong(name(index) + " is " + plain(low) + " to " + plain(high) + ", not " + plain(number));
        }
        return number;
    }

    int whole(int index, int low, int high) throws Refused {
        double number = number(index, low, high);
        if (number != Math.rint(number)) {
            throw wrong(name(index) + " is a whole number");
        }
        return (int) number;
    }

    /** The text as it stands, or a number as a file would have it. */
    String written(int index) throws Refused {
        return isText(index) ? text(index) : plain((float) number(index));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf((long) number) : plain((float) number);
    }

    private static String plain(float number) {
        return new java.math.BigDecimal(Float.toString(number)).stripTrailingZeros().toPlainString();
    }

    private List<String> names() {
        return address.arguments().isEmpty() ? List.of() : List.of(address.arguments().split(" "));
    }

    private String name(int index) {
        return names().get(index).replaceAll("[\\[\\]]", "");
    }

    private Refused wrong(String what) {
        return new Refused(what, "send " + address.address() + (address.arguments().isEmpty() ? " alone" : " " + address.arguments()));
    }
}
