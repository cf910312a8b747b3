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
 * The input ports that Java Sound lists, by stable names: a device keeps its name while it is connected, and gets it again when it comes
 * back. Mutable; one thread at a time. The providers are those that the thread's context class loader knows.
 */
final class MidiPorts {
    /** Java names an ALSA port {@code Keystation [hw:2,0,0]}; the first number is the card's and changes with the order of plugging. */
    private static final Pattern ALSA_PORT = Pattern.compile("(.*) \\[(?:plug)?hw:(\\d+),(\\d+)(?:,(\\d+))?]");
    private static final Path NODES = Path.of("/dev/snd");

    private final Path nodes;
    private Map<MidiDevice.Info, Port> known = Map.of();

    /**
     * A device from the moment it was plugged in until it is unplugged. Immutable.
     *
     * @param input    null if it is no MIDI input
     * @param plugging identifies when it was plugged in: another object after it was unplugged and plugged in again, even if Java Sound did
     *                 not notice
     */
    record Port(MidiInput input, MidiDevice.Info info, Object plugging) {
        MidiDevice device() throws MidiInputException {
            try {
                return MidiSystem.getMidiDevice(info);
            } catch (MidiUnavailableException | IllegalArgumentException gone) {
                throw new MidiInputException(input.name() + ": it is no longer connected: plug it in again", gone);
            }
        }

        /** The output of the device, which Java Sound lists as another device of the same name. Empty if there is none. */
        Optional<MidiDevice> output() {
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

    /** The inputs that are connected now, in the system's order, without loop-backs and the JDK's own sequencer and synthesizer. */
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

    /** Called once for each device, because Java Sound builds a whole synthesizer to answer. Null if the device has gone since it was listed. */
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

    /** The name itself, or {@code Name #2} for a second device of that name, and so on. */
    private static String distinct(String name, List<String> taken) {
        String distinct = name;
        for (int number = 2; taken.contains(distinct); number++) {
            distinct = name + " #" + number;
        }
        return distinct;
    }

    /** Java Sound queries ALSA again only when the number of ports changes. The device node of a port has another inode after each plugging. */
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
