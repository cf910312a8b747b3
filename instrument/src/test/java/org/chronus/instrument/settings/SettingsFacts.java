package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.midi.device.DeviceRule;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.DeviceSettings;
import org.chronus.presets.testing.ProblemFacts;
import org.chronus.presets.text.ReadResult;

/** What holds for any text whatever: it is read, or refused with reasons; and what was read keeps to its limits. */
final class SettingsFacts {
    private SettingsFacts() { }

    /** True if it was accepted: all of it in its ranges, and its words in one line. */
    static boolean checkDevices(String text) {
        ReadResult<DeviceRules> reading = ProblemFacts.read(text, () -> DevicesReader.read(text, ProblemFacts.FILE));
        ProblemFacts.check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        reading.found().map(DeviceRules::rules).orElse(List.of()).forEach(rule -> check(rule, text));
        return reading.found().isPresent();
    }

    private static void check(DeviceRule rule, String text) {
        DeviceSettings device = rule.settings();
        assertTrue(!rule.name().isBlank() && rule.words().chars().noneMatch(Character::isISOControl), text);
        assertTrue(device.channels() >= 0 && device.channels() <= 0xFFFF && device.channel() >= -1 && device.channel() <= 15, text);
        assertTrue(Math.abs(device.transpose()) <= 48, text);
        assertTrue(device.announce() >= -1 && device.announce() <= 15, text);
        assertTrue(device.lowerMembers() + device.upperMembers() <= (device.lowerMembers() * device.upperMembers() > 0 ? 14 : 15), text);
        Stream.of(device.remote().next(), device.remote().previous(), device.remote().panic()).flatMap(Optional::stream).forEach(trigger ->
                assertTrue(trigger.number() >= 0 && trigger.number() <= (trigger.isKey() ? 127 : 119), text));
        for (int sent = 1; sent <= 127; sent++) {
            float velocity = device.velocity().velocity(sent);
            assertTrue(velocity > 0 && velocity <= 1, text);
        }
    }

    /** True if it was accepted: all of it in its ranges, no controller bound twice, and what would be written of it means the same. */
    static boolean checkBindings(String text) {
        ReadResult<List<Binding>> reading = ProblemFacts.read(text, () -> BindingsReader.read(text, ProblemFacts.FILE));
        ProblemFacts.check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        List<Binding> bindings = reading.found().orElse(List.of());
        for (Binding binding : bindings) {
            assertTrue(binding.channel() >= 0 && binding.channel() <= 15 && binding.controller() >= 1 && binding.controller() <= 119, text);
            assertTrue(BindingsReader.isName(binding.parameter()), text);
            assertEquals(1, bindings.stream().filter(each -> each.isOf(binding.device(), binding.channel(), binding.controller())).count(), text);
        }
        assertEquals(bindings, BindingsReader.read(BindingsReader.text(bindings), ProblemFacts.FILE).value(), text);
        return reading.found().isPresent();
    }
}
