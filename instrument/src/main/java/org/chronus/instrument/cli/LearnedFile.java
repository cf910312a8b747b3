package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.chronus.presets.AtomicFile;
import org.chronus.presets.Binding;
import org.chronus.presets.BindingsReader;
import org.chronus.presets.Problem;
import org.chronus.presets.Reading;

/** The file of learned controllers. Any thread but the audio thread; one at a time. */
final class LearnedFile {
    private final Path file;

    LearnedFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    static Path of(Map<String, String> environment) {
        return WatchedFile.of(environment, "learned.yaml");
    }

    /** What is in force of it. {@code say} gets one line when there is something wrong, or something new. */
    static WatchedFile<List<Binding>> watch(Path file, Consumer<String> say) {
        return new WatchedFile<>(file, List.of(), BindingsReader::read, say);
    }

    /** What is in it; a file that is wrong is refused rather than lost. */
    List<Binding> read() throws Refusal {
        if (!Files.exists(file)) {
            return List.of();
        }
        Reading<List<Binding>> reading = BindingsReader.read(file);
        if (reading.found().isEmpty()) {
            Problem first = reading.problems().getFirst();
            throw new Refusal(first.toString());
        }
        return reading.value();
    }

    /** Adds one, in the place of what the controller was bound to before. */
    void add(Binding binding) throws Refusal {
        List<Binding> all = new ArrayList<>(read());
        all.removeIf(each -> each.isOf(binding.device(), binding.channel(), binding.controller()));
        all.add(binding);
        write(all);
    }

    /** Takes out those that are meant, and says how many they were. */
    int remove(Predicate<Binding> meant) throws Refusal {
        List<Binding> before = read(), left = before.stream().filter(meant.negate()).toList();
        if (left.size() < before.size()) {
            write(left);
        }
        return before.size() - left.size();
    }

    private void write(List<Binding> bindings) throws Refusal {
        try {
            AtomicFile.write(file, BindingsReader.text(bindings));
        } catch (IOException failure) {
            throw new Refusal(file + ": it cannot be written (" + failure.getMessage() + "): look at the disk and its permissions");
        }
    }
}
