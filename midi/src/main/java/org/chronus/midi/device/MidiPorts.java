package org.chronus.midi.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;

/**
 * What Java Sound lists, by names that stay: a device keeps its name as long as it is there, and finds it free when it comes back. One
 * thread at a time; the providers are those that its context class loader knows.
 */
final class MidiPorts {
    /** Java names an ALSA port {@code Keystation [hw:2,0,0]}; the first number is the card's and changes with the order of plugging. */
    private static final Pattern ALSA_PORT = Pattern.compile("(.*) \\[(?:plug)?hw:(\\d+),(\\d+)(?:,(\\d+))?]");
    private static final Path NODES = Path.of("/dev/snd");

    private final Path nodes;
    private Map<MidiDevice.Info, Port> known = Map.of();

    /**
     * A device as it was plugged in.
     *
     * @param input    null if it cannot be played on
     * @param plugging other after it was unplugged and plugged in again, even if Java Sound did not notice
     */
    record Port(MidiInput input, MidiDevice.Info info, Object plugging) {
        MidiDevice device() throws MidiInputException {
            try {
                return MidiSystem.getMidiDevice(info);
            } catch (MidiUnavailableException | IllegalArgumentException gone) {
                throw new MidiInputException(input.name() + ": it is no longer connected: plug it in again", gone);
            }
        }

        /** The other direction: Java Sound lists it as a device of its own with the same name. Nothing if this one listens to nobody. */
        Optional<MidiDevice> back() {
            for (MidiDevice.Info each : MidiSystem.getMidiDeviceInfo()) {
                try {
                    if (each.getName().equals(info.getName()) && MidiSystem.getMidiDevice(each).getMaxReceivers() != 0) {
                        return Optional.of(MidiSystem.getMidiDevice(each));
                    }
                } catch (MidiUnavailableException | IllegalArgumentException gone) {
                    continue;
                }
            }
            return Optional.empty();
        }
    }

    MidiPorts() {
        this(NODES);
    }

    /** @param nodes the folder in which the kernel makes a file for each ALSA port when it is plugged in */
    MidiPorts(Path nodes) {
        this.nodes = nodes;
    }

    /** What can be played on now, in the system's order. Loop-backs and the JDK's own sequencer and synthesizer are left out. */
    List<Port> look() {
        Map<MidiDevice.Info, Port> found = new LinkedHashMap<>();
        MidiDevice.Info[] infos = MidiSystem.getMidiDeviceInfo();
        for (MidiDevice.Info info : infos) {
            found.put(info, known.get(info));
        }
        for (MidiDevice.Info info : infos) {
            Port before = found.get(info);
            Object plugging = plugging(info.getName());
            if (before == null || !before.plugging().equals(plugging)) {
                found.put(info, before != null ? new Port(before.input(), info, plugging) : newcomer(info, plugging, found));
            }
        }
        known = found;
        return playable(found);
    }

    private static List<Port> playable(Map<MidiDevice.Info, Port> ports) {
        return ports.values().stream().filter(port -> port != null && port.input() != null).toList();
    }

    /** Asked once for each device, because Java makes a whole synthesizer to answer. Null if it is gone since it was listed. */
    private static Port newcomer(MidiDevice.Info info, Object plugging, Map<MidiDevice.Info, Port> others) {
        try {
            MidiDevice device = MidiSystem.getMidiDevice(info);
            boolean isPlayable = device.getMaxTransmitters() != 0 && !(device instanceof Sequencer) && !(device instanceof Synthesizer)
                    && !info.getName().startsWith("Midi Through") && !info.getDescription().startsWith("Midi Through");
            List<String> taken = playable(others).stream().map(port -> port.input().name()).toList();
            String name = distinct(stableName(info.getName()), taken);
            return new Port(isPlayable ? new MidiInput(name, info.getVendor(), info.getDescription()) : null, info, plugging);
        } catch (MidiUnavailableException | IllegalArgumentException _) {
            return null;
        }
    }

    /** The name without the number of the sound card; further ports of one card keep theirs. */
    static String stableName(String name) {
        Matcher alsa = ALSA_PORT.matcher(name);
        if (!alsa.matches()) {
            return name;
        }
        String device = alsa.group(3), port = Objects.requireNonNullElse(alsa.group(4), "0");
        return device.equals("0") && port.equals("0") ? alsa.group(1) : alsa.group(1) + " [" + device + "," + port + "]";
    }

    /** Of two keyboards of one make, the second is {@code Name #2}. */
    private static String distinct(String name, List<String> taken) {
        String distinct = name;
        for (int number = 2; taken.contains(distinct); number++) {
            distinct = name + " #" + number;
        }
        return distinct;
    }

    /** Java Sound asks ALSA anew only when the number of ports changes; the node of a port is another one after each plugging. */
    private Object plugging(String name) {
        Matcher alsa = ALSA_PORT.matcher(name);
        if (!alsa.matches()) {
            return "";
        }
        try {
            Path node = nodes.resolve("midiC" + alsa.group(2) + "D" + alsa.group(3));
            return Objects.requireNonNullElse(Files.readAttributes(node, BasicFileAttributes.class).fileKey(), "");
        } catch (IOException _) {
            return "";
        }
    }
}
