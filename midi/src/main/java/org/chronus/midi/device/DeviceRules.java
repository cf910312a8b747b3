package org.chronus.midi.device;

import java.util.List;
import java.util.Optional;

/**
 * The rules for devices. A device has the settings of the rule with exactly its name, else of the first rule that matches, else the
 * defaults. Immutable; any thread.
 */
public record DeviceRules(List<DeviceRule> rules) {
    /** No rules: all devices have the defaults. */
    public static final DeviceRules NONE = new DeviceRules(List.of());

    /** Copies the list. */
    public DeviceRules {
        rules = List.copyOf(rules);
    }

    /** The rule for this device. */
    public Optional<DeviceRule> find(MidiInput input) {
        return rules.stream().filter(rule -> rule.names(input)).findFirst()
                .or(() -> rules.stream().filter(rule -> rule.fits(input)).findFirst());
    }

    /** The settings of this device. */
    public DeviceSettings settings(MidiInput input) {
        return find(input).map(DeviceRule::settings).orElse(DeviceSettings.DEFAULT);
    }
}
