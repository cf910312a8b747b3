package org.chronus.midi.device;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Release;
import org.chronus.midi.decoder.ClockSource;

/**
 * Lists, finds and opens MIDI inputs of Java Sound. Stateless; any thread but the audio thread. The devices are those of the providers that
 * the calling thread's context class loader knows, queried again at every call.
 */
public final class MidiInputs {
    private MidiInputs() {}

    /** The inputs that are connected now, in the system's order, without loop-backs and the JDK's own sequencer and synthesizer. */
    public static List<MidiInput> list() {
        return new MidiPorts().look().stream().map(MidiPorts.Port::input).toList();
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
     * Opens an input. Events reach the sink on the device's thread, stamped with {@link System#nanoTime()} on
     * arrival; the last one, on the thread that closes, is {@link Release.ReleaseSource}.
     *
     * @param source   what its commands are stamped with, 0 or more
     * @param settings how it is listened to
     * @param sink     must be fast, must not throw, and must bear two threads
     * @throws MidiInputException if the input is gone, or busy
     */
    public static MidiConnection open(MidiInput input, int source, DeviceSettings settings, Consumer<? super Event> sink)
            throws MidiInputException {
        MidiPorts.Port port = new MidiPorts().look().stream()
                .filter(each -> each.input().name().equals(input.name()))
                .findFirst()
                .orElseThrow(() -> new MidiInputException(input.name() + ": it is no longer connected: plug it in again"));
        return MidiConnection.open(port, source, settings, sink, new ClockSource());
    }

    private static Predicate<MidiInput> contains(Function<MidiInput, String> text, String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return input -> text.apply(input).toLowerCase(Locale.ROOT).contains(lower);
    }

    private static String names(List<MidiInput> inputs) {
        return inputs.stream().map(input -> '"' + input.name() + '"').collect(Collectors.joining(", "));
    }
}
