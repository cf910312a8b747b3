package org.chronus.instrument.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.tuning.Tuning;

/** The files of one command: what it reads, and what it writes. None may be both, and no two outputs may be one. One thread. */
public final class CommandFiles {
    private final Map<String, Supplier<List<Path>>> inputs = new LinkedHashMap<>();
    private final Map<String, OutputPlace> outputs = new LinkedHashMap<>();

    /** @param what they are, as {@code the song}; they are asked for when an output is there already */
    public CommandFiles reads(String what, Supplier<List<Path>> files) {
        inputs.put(what, files);
        return this;
    }

    public CommandFiles reads(String what, Path file) {
        return reads(what, () -> List.of(file));
    }

    public CommandFiles reads(Optional<Tuning> tuning) {
        return reads("a scale or keymap", () -> tuning.map(Tuning::files).orElse(List.of()));
    }

    /**
     * Looks where an option leads, without touching it.
     *
     * @param option as it is written
     */
    public OutputPlace writes(String option, Path path) throws Refusal {
        try {
            OutputPlace place = OutputPlace.of(path);
            refuseOtherOutputs(option, place);
            if (place.exists()) {
                refuseInputs(option, place);
            }
            outputs.put(option, place);
            return place;
        } catch (IOException wrong) {
            throw Refusal.of(wrong);
        }
    }

    /** The same for sound, which is no use on a terminal. */
    public OutputPlace writesSound(String option, Path path) throws Refusal {
        OutputPlace place = writes(option, path);
        if (place.kind() == OutputPlace.Kind.STANDARD && Terminal.is(Terminal.OUTPUT)) {
            throw Refusal.misuse(option + ": " + place.text() + " is a terminal: send it into a file or a pipe");
        }
        return place;
    }

    private void refuseOtherOutputs(String option, OutputPlace place) throws Refusal {
        for (Map.Entry<String, OutputPlace> other : outputs.entrySet()) {
            if (place.isAlso(other.getValue())) {
                throw Refusal.misuse(place.text() + ": is where both " + other.getKey() + " and " + option
                        + " go: name another file for one of them");
            }
        }
    }

    private void refuseInputs(String option, OutputPlace place) throws Refusal {
        for (Map.Entry<String, Supplier<List<Path>>> input : inputs.entrySet()) {
            for (Path file : input.getValue().get()) {
                if (place.isAlso(file)) {
                    throw Refusal.misuse(place.text() + ": is " + input.getKey() + " as well (" + file + "): name another file for " + option);
                }
            }
        }
    }
}
