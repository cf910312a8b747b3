package org.chronus.presets.value;

import org.chronus.modules.Input;
import org.chronus.modules.Unit;

/**
 * The name, unit and range of a number: of an input of a module, or of a setting of the preset itself. Immutable; any thread.
 *
 * @param minimum in the unit; the lowest float if unbounded
 * @param maximum in the unit; the highest float if unbounded
 */
public record ValueSpec(String name, Unit unit, double minimum, double maximum, boolean isLogarithmic) {
    public ValueSpec(String name, Unit unit, double minimum, double maximum) {
        this(name, unit, minimum, maximum, false);
    }

    public static ValueSpec of(Input input) {
        return new ValueSpec(input.symbol(), input.unit(), input.minimum(), input.maximum(), input.isLogarithmic());
    }

    public boolean isBounded() {
        return minimum > -Float.MAX_VALUE || maximum < Float.MAX_VALUE;
    }

    boolean takes(double value) {
        return value >= minimum && value <= maximum;
    }
}
