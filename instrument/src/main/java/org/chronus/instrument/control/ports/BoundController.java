package org.chronus.instrument.control.ports;

import org.chronus.instrument.settings.Binding;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;

/**
 * A controller that sets an input. Immutable; any thread.
 *
 * @param by         {@code preset} or {@code learned}
 * @param controller its number
 * @param device     the keyboard that has it; empty for any
 * @param channel    of the keyboard, 1 to 16; 0 for any that the part hears
 * @param parameter  by what name it was learned, and can be forgotten; empty if the preset binds it
 * @param low        the value at its lower end
 * @param high       the value at its upper end
 */
public record BoundController(String by, int controller, String device, int channel, String parameter, double low, double high) {
    static BoundController of(int number, ControllerPlan plan) {
        return new BoundController("preset", number, "", 0, "", PlayingPorts.rounded(plan.low()), PlayingPorts.rounded(plan.high()));
    }

    /** Learned ones go through the whole range. */
    static BoundController of(Binding binding, double low, double high) {
        return new BoundController("learned", binding.controller(), binding.device(), binding.channel() + 1, binding.parameter(), low, high);
    }
}
