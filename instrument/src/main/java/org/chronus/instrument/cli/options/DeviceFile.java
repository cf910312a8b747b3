package org.chronus.instrument.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.device.DeviceRule;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.DeviceSettings;
import org.chronus.midi.device.RemoteTriggers;
import org.chronus.midi.device.Trigger;
import org.chronus.presets.settings.DeviceEntry;
import org.chronus.presets.settings.DevicesReader;
import org.chronus.presets.settings.RemoteEntry;
import org.chronus.presets.text.ReadResult;

/** What the player's file says of devices, in the words of {@code midi}. */
public final class DeviceFile {
    private DeviceFile() { }

    /** Where it is. */
    public static Path of(Map<String, String> environment) {
        return WatchedFile.of(environment, WatchedFile.DEVICES);
    }

    /** What is in force of it. {@code say} gets one line when there is something wrong, or something new. */
    public static WatchedFile<DeviceRules> watch(Path file, Consumer<String> say) {
        return new WatchedFile<>(file, DeviceRules.NONE, DeviceFile::read, say);
    }

    private static ReadResult<DeviceRules> read(Path file) {
        ReadResult<List<DeviceEntry>> reading = DevicesReader.read(file);
        return new ReadResult<>(reading.found().map(DeviceFile::rules).orElse(null), reading.problems());
    }

    private static DeviceRules rules(List<DeviceEntry> entries) {
        return new DeviceRules(entries.stream().map(entry -> new DeviceRule(entry.name(), settings(entry), entry.words())).toList());
    }

    private static DeviceSettings settings(DeviceEntry entry) {
        return new DeviceSettings(curve(entry), entry.invertedPedals(), entry.channels(), entry.channel(), entry.transpose(),
                remote(entry.remote()), entry.announce(), entry.ignored(),
                entry.lowerMembers(), entry.upperMembers());
    }

    private static RemoteTriggers remote(RemoteEntry entry) {
        return new RemoteTriggers(trigger(entry.next()), trigger(entry.previous()), trigger(entry.panic()));
    }

    private static Optional<Trigger> trigger(Optional<RemoteEntry.Press> press) {
        return press.map(found -> new Trigger(found.isKey(), found.number()));
    }

    private static VelocityCurve curve(DeviceEntry entry) {
        return !entry.points().isEmpty() ? VelocityCurve.through(entry.points()) : switch (entry.velocity()) {
            case "linear" -> VelocityCurve.LINEAR;
            case "soft" -> VelocityCurve.SOFT;
            case "hard" -> VelocityCurve.HARD;
            default -> VelocityCurve.SQUARE;
        };
    }
}
