package org.chronus.midi.device;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A number for each device, from 1 on, that it has again when it comes back. One thread at a time. */
final class SourceNumbers {
    private final int most;
    /** Who was connected last is last. */
    private final SequencedMap<String, Integer> numbers = new LinkedHashMap<>();

    /** @param most the highest number */
    SourceNumbers(int most) {
        this.most = most;
    }

    /** How many have been given. */
    int given() {
        return numbers.size();
    }

    /**
     * The device's own number, or a new one, or that of the device that has been gone for longest.
     *
     * @param connected the names of those that need theirs
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
