package org.chronus.midi.device;

import java.util.List;
import java.util.Optional;

/**
 * What is known of devices before they come: a device has the settings of the rule with its very name, else of the first that fits,
 * else the defaults. Immutable; any thread.
 */
public record DeviceRules(List<DeviceRule> rules) {
    /** All devices have the defaults. */
    public static final DeviceRules NONE = new DeviceRules(List.of());

    /** Copies the list. */
    public DeviceRules {
        rules = List.copyOf(rules);
    }

    /** The one for this device. */
    public Optional<DeviceRule> find(MidiInput input) {
        return rules.stream().filter(rule -> rule.names(input)).findFirst()
                .or(() -> rules.stream().filter(rule -> rule.fits(input)).findFirst());
    }

    /** How this device is listened to. */
    public DeviceSettings settings(MidiInput input) {
        return find(input).map(DeviceRule::settings).orElse(DeviceSettings.DEFAULT);
    }
}
