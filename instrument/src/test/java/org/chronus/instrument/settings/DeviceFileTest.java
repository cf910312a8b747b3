package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.DeviceSettings;
import org.chronus.midi.device.MidiInput;
import org.chronus.midi.device.RemoteTriggers;
import org.chronus.midi.device.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFileTest {
    private static final MidiInput GRAND = new MidiInput("Concert Grand", "", "");
    private static final String HEAD = "chronus: 1\ndevices:\n  ";

    @TempDir
    Path folder;
    private Path path;
    private final List<String> said = new ArrayList<>();

    @BeforeEach void choose() {
        path = folder.resolve("devices.yaml");
    }

    private WatchedFile<DeviceRules> file() {
        return DeviceFile.watch(path, said::add);
    }

    /** What is in force when an editor has been done with it for a while. */
    private static DeviceRules settled(WatchedFile<DeviceRules> file) {
        file.get();
        return file.get();
    }

    private void write(String devices) throws IOException {
        Files.writeString(path, HEAD + devices + "\n");
    }

    @Test void itIsWhereOtherProgramsHaveTheirs() {
        assertEquals(Path.of("/etc/mine/chronus/devices.yaml"), DeviceFile.of(Map.of("XDG_CONFIG_HOME", "/etc/mine", "HOME", "/home/p")));
        assertEquals(Path.of("/home/p/.config/chronus/devices.yaml"), DeviceFile.of(Map.of("HOME", "/home/p")));
    }

    @Test void withoutAFileTheDefaultsAreInForceAndNothingIsSaid() {
        assertSame(DeviceSettings.DEFAULT, file().get().settings(GRAND));
        assertEquals(List.of(), said);
    }

    private static final RemoteTriggers STAGE = new RemoteTriggers(Optional.of(new Trigger(false, 66)), Optional.empty(),
            Optional.of(new Trigger(true, 108)));

    @Test void whatItSaysIsWhatADeviceHas() throws IOException {
        write("\"*grand\": {velocity: hard, pedal: inverted, channels: 1, channel: 3, transpose: 12 st, "
                + "next: cc 66, panic: note C8, announce: 5, ignore: yes}");
        assertEquals(new DeviceSettings(VelocityCurve.HARD, true, 1, 2, 12, STAGE, 4, true, 0, 0), file().get().settings(GRAND));
        write("Grand: {mpe: [lower 7, upper 6]}");
        assertEquals(new DeviceSettings(VelocityCurve.SQUARE, false, 0xFFFF, Command.ALL_CHANNELS, 0, RemoteTriggers.NONE, -1, false, 7, 6),
                file().get().settings(GRAND));
        write("Other: {velocity: linear}\n  Grand: {velocity: fixed 64}");
        DeviceSettings fixed = file().get().settings(GRAND);
        assertEquals(64 / 127f, fixed.velocity().velocity(1));
        assertEquals(Command.ALL_CHANNELS, fixed.channel());
        assertEquals(List.of(), said);
    }

    @Test void aChangeIsInForceOnceTheEditorIsDoneAndIsTheSameObjectThen() throws IOException {
        write("Grand: {transpose: 1}");
        WatchedFile<DeviceRules> file = file();
        write("Grand: {transpose: 22}");
        assertEquals(1, file.get().settings(GRAND).transpose(), "it may not be whole yet");
        assertEquals(22, file.get().settings(GRAND).transpose());
        assertSame(file.get(), file.get());
        assertEquals(List.of(path + ": its new settings are in force"), said);
    }

    @Test void aBrokenFileIsOneLineAndLeavesTheLastGoodOneInForce() throws IOException {
        write("Grand: {transpose: 1}");
        WatchedFile<DeviceRules> file = file();
        write("Grand: {transpoose: 12, pedal: up, velocity: loud}");
        assertEquals(1, settled(file).settings(GRAND).transpose());
        settled(file);
        assertEquals(List.of(path + ":3:11: a device has no \"transpoose\": did you mean transpose? (2 more: chronus check);"
                + " what was in force stays"), said);
    }

    @Test void aFileThatIsBrokenFromTheStartLeavesTheDefaults() throws IOException {
        write("Grand: 3");
        assertSame(DeviceSettings.DEFAULT, file().get().settings(GRAND));
        assertTrue(said.getFirst().startsWith(path + ":3:10: a device needs keys with values"), said.getFirst());
    }

    @Test void withoutItsFileADeviceHasTheDefaultsAgain() throws IOException {
        write("Grand: {transpose: 1}");
        WatchedFile<DeviceRules> file = file();
        Files.delete(path);
        assertSame(DeviceSettings.DEFAULT, settled(file).settings(GRAND));
        assertEquals(List.of(path + " is gone: the defaults are in force"), said);
    }
}
