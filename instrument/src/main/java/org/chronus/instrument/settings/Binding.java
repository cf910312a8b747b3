package org.chronus.instrument.settings;

/**
 * A controller of a keyboard that is bound to a parameter, in whatever preset has it. Immutable; any thread.
 *
 * @param device     the keyboard's name
 * @param channel    0..15
 * @param controller 1..119
 * @param parameter  {@code module.port}, or {@code part/module.port}
 * @param knob       what its values mean
 * @param picksUp    true if it does nothing until it has come to where the parameter is
 */
public record Binding(String device, int channel, int controller, String parameter, Knob knob, boolean picksUp) {
    /** True if this is the same controller of the same keyboard. */
    public boolean isOf(String otherDevice, int otherChannel, int otherController) {
        return device.equals(otherDevice) && channel == otherChannel && controller == otherController;
    }
}
