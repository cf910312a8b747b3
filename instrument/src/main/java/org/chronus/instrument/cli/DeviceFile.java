package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.chronus.midi.DeviceRule;
import org.chronus.midi.DeviceRules;
import org.chronus.midi.DeviceSettings;
import org.chronus.midi.VelocityCurve;
import org.chronus.presets.DeviceEntry;
import org.chronus.presets.DevicesReader;
import org.chronus.presets.Problem;
import org.chronus.presets.Reading;

/** The player's file of devices, read again when it changed. One that is wrong changes nothing. One thread at a time. */
final class DeviceFile implements Supplier<DeviceRules> {
    private static final Object ABSENT = "absent";

    private final Path file;
    private final Consumer<String> say;
    private Object seen;
    private Object read;
    private DeviceRules rules = DeviceRules.NONE;

    /** @param say gets one line when there is something wrong, or something new is in force */
    DeviceFile(Path file, Consumer<String> say) {
        this.file = file;
        this.say = say;
        seen = stamp();
        read = seen;
        load().ifPresent(good -> rules = good);
    }

    /** Where it is: {@code $XDG_CONFIG_HOME/chronus/devices.yaml}, by default in {@code ~/.config}. */
    static Path of(Map<String, String> environment) {
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        Path base = configuration.startsWith("/") ? Path.of(configuration) : Path.of(home, ".config");
        return base.resolve("chronus").resolve("devices.yaml");
    }

    /** What is in force; the same object as long as nothing changes. A new file counts once it was found the same twice: an editor may be at it. */
    @Override public DeviceRules get() {
        Object before = seen;
        seen = stamp();
        if (seen.equals(before) && !seen.equals(read)) {
            read = seen;
            load().ifPresent(good -> {
                rules = good;
                say.accept(file + (read.equals(ABSENT) ? " is gone: the defaults" : ": its new settings") + " are in force");
            });
        }
        return rules;
    }

    private Object stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException absent) {
            return ABSENT;
        }
    }

    private Optional<DeviceRules> load() {
        if (read.equals(ABSENT)) {
            return Optional.of(DeviceRules.NONE);
        }
        Reading<List<DeviceEntry>> reading = DevicesReader.read(file);
        List<Problem> problems = reading.problems();
        if (!problems.isEmpty()) {
            say.accept(problems.getFirst() + (problems.size() > 1 ? " (" + (problems.size() - 1) + " more: chronus check)" : "")
                    + "; what was in force stays");
        }
        return reading.found().map(DeviceFile::rules);
    }

    private static DeviceRules rules(List<DeviceEntry> entries) {
        return new DeviceRules(entries.stream().map(entry -> new DeviceRule(entry.name(), settings(entry), entry.words())).toList());
    }

    private static DeviceSettings settings(DeviceEntry entry) {
        return new DeviceSettings(curve(entry), entry.invertedPedals(), entry.channels(), entry.channel(), entry.transpose(), entry.ignored(),
                entry.lowerMembers(), entry.upperMembers());
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
