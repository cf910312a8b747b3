package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Stream;

import org.chronus.midi.command.Command;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceRulesTest {
    @ParameterizedTest
    @CsvSource({
        "'Keystation 88',   true",
        "keystation,        true",
        "station,           true",
        "'Key*',            true",
        "'*88',             true",
        "'Keystation ?8',   true",
        "'key*[0,1]',       false",
        "'*station',        false",
        "'Keystation ?',    false",
        "'Keystation.88',   false",
        "Grand,             false"})
    void aRuleFitsANameOrAPartOfItOrAPattern(String name, boolean fits) {
        assertEquals(fits, rules(name).find(input("Keystation 88")).isPresent());
    }

    @Test
    void theVeryNameComesFirstThenTheOrderOfTheRules() {
        DeviceRules rules = rules("*", "Twin", "Twin #2");
        assertEquals("Twin", rules.find(input("Twin")).orElseThrow().name());
        assertEquals("Twin #2", rules.find(input("Twin #2")).orElseThrow().name());
        assertEquals("*", rules.find(input("Twin #3")).orElseThrow().name());
    }

    @Test
    void aDeviceThatNoRuleFitsHasTheDefaults() {
        assertSame(DeviceSettings.DEFAULT, rules("Twin").settings(input("Grand")));
    }

    private static DeviceRules rules(String... names) {
        DeviceSettings settings = new DeviceSettings(VelocityCurve.SOFT, false, 0xFFFF, Command.ALL_CHANNELS, 0, RemoteTriggers.NONE, -1, false);
        return new DeviceRules(Stream.of(names).map(name -> new DeviceRule(name, settings, "")).toList());
    }

    private static MidiInput input(String name) {
        return new MidiInput(name, "", List.of(name).toString());
    }
}
