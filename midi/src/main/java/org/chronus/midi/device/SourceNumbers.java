package org.chronus.midi.device;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Gives each device a source number, from 1 on, which it gets again when it comes back. Mutable; one thread at a time. */
final class SourceNumbers {
    private final int most;
    /** By name, in the order of their latest connection. */
    private final SequencedMap<String, Integer> numbers = new LinkedHashMap<>();

    /** @param most the highest number */
    SourceNumbers(int most) {
        this.most = most;
    }

    /** How many numbers have been given. */
    int given() {
        return numbers.size();
    }

    /**
     * The number that the device had before, or a new one, or that of the device that has been disconnected for longest.
     *
     * @param connected the names of the devices that are connected
     * @throws MidiInputException if all are in use
     */
    int take(String name, Collection<String> connected) throws MidiInputException {
        Integer number = numbers.remove(name);
        if (number == null) {
            number = numbers.size() < most ? Integer.valueOf(numbers.size() + 1) : inherit(name, connected);
        }
        numbers.putLast(name, number);
        return number;
    }

    private Integer inherit(String name, Collection<String> connected) throws MidiInputException {
        Optional<Map.Entry<String, Integer>> gone = numbers.entrySet().stream().filter(entry -> !connected.contains(entry.getKey())).findFirst();
        if (gone.isEmpty()) {
            throw new MidiInputException(name + ": " + most + " devices are connected already: unplug one");
        }
        return numbers.remove(gone.get().getKey());
    }
}
