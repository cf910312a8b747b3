package org.chronus.instrument.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.chronus.midi.device.DeviceRules;

/** The player's file of MIDI devices. Any thread but the audio thread. */
public final class DeviceFile {
    private DeviceFile() { }

    /** Where it is. */
    public static Path of(Map<String, String> environment) {
        return WatchedFile.of(environment, WatchedFile.DEVICES);
    }

    /** What is in force of it. {@code say} gets one line when there is something wrong, or something new. */
    public static WatchedFile<DeviceRules> watch(Path file, Consumer<String> say) {
        return new WatchedFile<>(file, DeviceRules.NONE, DevicesReader::read, say);
    }
}
