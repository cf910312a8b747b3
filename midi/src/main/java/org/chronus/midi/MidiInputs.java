package org.chronus.midi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import javax.sound.midi.Synthesizer;

/**
 * The keyboards, pads and pedals that Java Sound sees. Any thread but the audio thread; the devices are those of the providers
 * that the calling thread's context class loader knows, asked anew at every call.
 */
public final class MidiInputs {
    /** Java names an ALSA port {@code Keystation [hw:2,0,0]}; the first number is the card's and changes with the order of plugging. */
    private static final Pattern ALSA_PORT = Pattern.compile("(.*) \\[(?:plug)?hw:\\d+,(\\d+)(?:,(\\d+))?]");

    private MidiInputs() {}

    /** What can be played on now, in the system's order. Loop-backs and the JDK's own sequencer and synthesizer are left out. */
    public static List<MidiInput> list() {
        return List.copyOf(devices().keySet());
    }

    /**
     * The input that a user means: by its exact name, else by a part of its name, else by a part of its description, upper and
     * lower case alike.
     *
     * @throws MidiInputException if there is none such or more than one; the message lists what there is
     */
    public static MidiInput find(String wanted) throws MidiInputException {
        List<MidiInput> all = list();
        List<Predicate<MidiInput>> ways = List.of(
                input -> input.name().equals(wanted),
                contains(MidiInput::name, wanted),
                contains(MidiInput::description, wanted));
        for (Predicate<MidiInput> way : ways) {
            List<MidiInput> found = all.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw new MidiInputException("more than one MIDI input matches \"" + wanted + "\": write more of one of " + names(found));
            }
        }
        throw new MidiInputException("no MIDI input matches \"" + wanted + "\": "
                + (all.isEmpty() ? "none is connected; plug one in" : "choose one of " + names(all)));
    }

    /**
     * Starts to listen to an input. Events reach the sink on the device's thread, stamped with {@link System#nanoTime()} on
     * arrival; the last one, on the thread that closes, is {@link Command.ReleaseSource}.
     *
     * @param source what its commands are stamped with, 0 or more
     * @param curve  for its note-ons
     * @param sink   must be fast, must not throw, and must bear two threads
     * @throws MidiInputException if the input is gone, or busy
     */
    public static MidiConnection open(MidiInput input, int source, VelocityCurve curve, Consumer<? super Event> sink)
            throws MidiInputException {
        MidiDevice device = devices().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(input.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new MidiInputException(input.name() + ": it is no longer connected: plug it in again"));
        return MidiConnection.open(input, device, source, new MidiDecoder(source, curve, sink), sink);
    }

    private static Map<MidiInput, MidiDevice> devices() {
        Map<MidiInput, MidiDevice> inputs = new LinkedHashMap<>();
        List<String> taken = new ArrayList<>();
        for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
            MidiDevice device;
            try {
                device = MidiSystem.getMidiDevice(info);
            } catch (MidiUnavailableException | IllegalArgumentException _) {
                continue;   // unplugged since the line above
            }
            if (canBePlayedOn(device, info)) {
                String name = distinct(stableName(info.getName()), taken);
                taken.add(name);
                inputs.put(new MidiInput(name, info.getVendor(), info.getDescription()), device);
            }
        }
        return inputs;
    }

    private static boolean canBePlayedOn(MidiDevice device, MidiDevice.Info info) {
        return device.getMaxTransmitters() != 0
                && !(device instanceof Sequencer)
                && !(device instanceof Synthesizer)
                && !info.getName().startsWith("Midi Through")
                && !info.getDescription().startsWith("Midi Through");
    }

    /** The name without the number of the sound card; further ports of one card keep theirs. */
    static String stableName(String name) {
        Matcher alsa = ALSA_PORT.matcher(name);
        if (!alsa.matches()) {
            return name;
        }
        String device = alsa.group(2), port = Objects.requireNonNullElse(alsa.group(3), "0");
        return device.equals("0") && port.equals("0") ? alsa.group(1) : alsa.group(1) + " [" + device + "," + port + "]";
    }

    /** Of two keyboards of one make, the second is {@code Name (2)}. */
    private static String distinct(String name, List<String> taken) {
        String distinct = name;
        for (int number = 2; taken.contains(distinct); number++) {
            distinct = name + " (" + number + ")";
        }
        return distinct;
    }

    private static Predicate<MidiInput> contains(Function<MidiInput, String> text, String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return input -> text.apply(input).toLowerCase(Locale.ROOT).contains(lower);
    }

    private static String names(List<MidiInput> inputs) {
        return inputs.stream().map(input -> '"' + input.name() + '"').collect(Collectors.joining(", "));
    }
}
