package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.device.DeviceRule;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.DeviceSettings;
import org.chronus.midi.device.RemoteTriggers;
import org.chronus.midi.device.Trigger;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesReaderTest {
    private static final String HEAD = "chronus: 1\ndevices:\n  ";

    private static List<DeviceRule> good(String text) {
        ReadResult<DeviceRules> reading = DevicesReader.read(text, "d.yaml");
        assertEquals(List.of(), reading.problems());
        return reading.value().rules();
    }

    private static List<String> bad(String text) {
        ReadResult<DeviceRules> reading = DevicesReader.read(text, "d.yaml");
        assertTrue(reading.found().isEmpty(), "it is refused");
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test void everythingThatCanBeSaidIsRead() {
        List<DeviceRule> devices = good("""
                chronus: 1
                curves:
                  light action: {127: 120, 1: 10}
                devices:
                  "Twin #2": {velocity: light action, pedal: inverted, channels: [1, 3-4], channel: 10, transpose: -1 oct}
                  "nano*":
                    velocity: fixed 100
                    channels: 2-3, 16
                  Launch: {ignore: yes}
                """);
        VelocityCurve light = devices.get(0).settings().velocity(), fixed = devices.get(1).settings().velocity();
        assertEquals(List.of(
                new DeviceRule("Twin #2", new DeviceSettings(light, true, 0b1101, 9, -12, RemoteTriggers.NONE, -1, false),
                        "velocity light action, pedal inverted, channels 1 3-4, channel 10, transpose -1 oct"),
                new DeviceRule("nano*", new DeviceSettings(fixed, false, 0b1000_0000_0000_0110, -1, 0, RemoteTriggers.NONE, -1, false),
                        "velocity fixed 100, channels 2-3, 16"),
                new DeviceRule("Launch", new DeviceSettings(VelocityCurve.SQUARE, false, 0xFFFF, -1, 0, RemoteTriggers.NONE, -1, true),
                "ignore yes")),
                devices);
        assertEquals(List.of(10 / 127f, 65 / 127f, 120 / 127f), List.of(light.velocity(1), light.velocity(64), light.velocity(127)));
        assertEquals(List.of(100 / 127f, 100 / 127f), List.of(fixed.velocity(1), fixed.velocity(127)));
    }

    @Test void whatChangesProgramsIsAControllerOrAKey() {
        DeviceRule device = good("chronus: 1\ndevices:\n  A: {next: cc 67, previous: cc66, panic: note C8, announce: 16}\n").getFirst();
        assertEquals(new RemoteTriggers(Optional.of(new Trigger(false, 67)), Optional.of(new Trigger(false, 66)),
                Optional.of(new Trigger(true, 108))),
                device.settings().remote());
        assertEquals(15, device.settings().announce());
        assertEquals(List.of(
                "d.yaml:3:13: \"pedal 3\" is neither a controller nor a key: write for example cc 80, or note C8",
                "d.yaml:3:32: there is no \"cc 120\": controllers are 0 .. 119",
                "d.yaml:3:47: there is no \"note 200\": keys are 0 .. 127, that is C-1 .. G9",
                "d.yaml:4:31: \"cc 4\" means next already: take another for previous",
                "d.yaml:4:47: 17 is out of range: announce is 1 .. 16, not 17."), bad("""
                chronus: 1
                devices:
                  A: {next: pedal 3, previous: cc 120, panic: note 200}
                  B: {next: cc 4, previous:   cc 4, announce: 17}
                """));
    }

    @Test void everyMistakeIsToldAtOnceWithItsPlaceAndCure() {
        assertEquals(List.of(
                "d.yaml:2:1: a file of devices has no \"curvse\": did you mean curves?",
                "d.yaml:5:17: \"sfot\" is no velocity: did you mean soft? choose from square, linear, soft, hard, fixed 100",
                "d.yaml:5:23: a device has no \"pedl\": did you mean pedal?",
                "d.yaml:6:21: \"17\" is no channel: channels are 1 to 16: write for example 1-4 or [1, 3, 5-8]",
                "d.yaml:6:35: 17 is out of range: channel is 1 .. 16, not 17.",
                "d.yaml:7:18: a device is transposed by whole semitones: write 1 st",
                "d.yaml:7:34: \"maybe\" is no ignore: choose from yes, no",
                "d.yaml:8:9: a device needs keys with values: write for example Keystation: {velocity: soft}"), bad("""
                chronus: 1
                curvse: 3

                devices:
                  A: {velocity: sfot, pedl: inverted}
                  B: {channels: [1, 17], channel: 17}
                  C: {transpose: 0.7 st, ignore: maybe}
                  Dear: soft
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{1: 0}           | 0 is out of range: a velocity is 1 .. 127, not 0.",
        "{0: 1}           | 0 is out of range: a velocity is 1 .. 127, not 0.",
        "{one: 1}         | \"one\" is not a number: write for example 0.5",
        "{}               | the curve has no points: write for example light: {1: 10, 64: 90, 127: 127}",
        "soft             | a curve needs keys with values: write for example light: {1: 10, 64: 90, 127: 127}"})
    void aCurveHasPointsThatKeysCanSend(String points, String message) {
        assertTrue(bad("chronus: 1\ncurves: {mine: " + points + "}\n").getFirst().endsWith(": " + message));
    }

    @Test void aDeviceMayHaveZonesOfItsOwn() {
        List<DeviceRule> devices = good(HEAD + "A: {mpe: lower 15}\n  B: {mpe: [lower 7, upper 7]}\n");
        DeviceSettings one = devices.get(0).settings(), both = devices.get(1).settings();
        assertEquals(List.of(15, 0, 7, 7), List.of(one.lowerMembers(), one.upperMembers(), both.lowerMembers(), both.upperMembers()));
        assertEquals("mpe lower 7 upper 7", devices.get(1).words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lower 16             | \"lower 16\" is no MPE zone: write for example lower 15, or [lower 7, upper 7]: 1 to 15 member channels",
        "lower 0              | \"lower 0\" is no MPE zone: write for example lower 15, or [lower 7, upper 7]: 1 to 15 member channels",
        "yes                  | \"yes\" is no MPE zone: write for example lower 15, or [lower 7, upper 7]: 1 to 15 member channels",
        "[]                   | mpe is empty: write for example lower 15, or [lower 7, upper 7]",
        "[lower 8, upper 7]   | two zones have 14 members at most, not 15: write for example lower 15, or [lower 7, upper 7]",
        "[lower 3, lower 3]   | the lower zone is there twice: write it once",
        "lower 3, channel: 2  | mpe needs the channels as they are: remove channel, or mpe"})
    void aZoneIsOneOfTwoAndHasRoom(String zones, String message) {
        assertTrue(bad(HEAD + "A: {mpe: " + zones + "}\n").getFirst().endsWith(": " + message), bad(HEAD + "A: {mpe: " + zones + "}\n").getFirst());
    }

    @Test void aCurveMayNotTakeTheNameOfAnother() {
        assertEquals(List.of("d.yaml:2:10: there is a curve \"soft\" already: give yours another name"),
                bad("chronus: 1\ncurves: {soft: {1: 1}}\n"));
    }

    @Test void aFixedVelocityIsOneThatAKeyCanSend() {
        assertEquals(List.of("d.yaml:3:17: there is no velocity 128: velocities are 1 .. 127"), bad(HEAD + "A: {velocity: fixed 128}\n"));
    }

    @Test void aDeviceIsToldFromASoundByItsKeys() {
        assertTrue(DevicesReader.isDevices(HEAD));
        assertFalse(DevicesReader.isDevices("chronus: 1\nmodules:\n  osc: {type: saw}\n"));
    }

    @Test void anyTextIsAnsweredWithWords() {
        for (String text : new String[] {"", "devices", "- 1", "chronus: 1\ndevices: 3", "chronus: 1\ndevices: {\"\": {}}",
                "chronus: 1\n\tdevices: x", "chronus: 1\ndevices: {A: {channels: [[1]], velocity: {}, transpose: [], pedal:}}"}) {
            assertFalse(bad(text).isEmpty(), text);
        }
    }
}
