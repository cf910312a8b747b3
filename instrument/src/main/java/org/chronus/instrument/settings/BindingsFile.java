package org.chronus.instrument.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.text.ReadResult;

/** The file of learned controllers, which is never half written; one that is wrong is refused rather than lost. One thread at a time. */
public final class BindingsFile {
    private final Path file;

    /** @param file is made when it is needed */
    public BindingsFile(Path file) {
        this.file = file;
    }

    /** What is in it; the exception says in a line what is wrong with it. */
    public List<Binding> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        ReadResult<List<Binding>> reading = BindingsReader.read(file);
        return reading.found().orElseThrow(() -> new IOException(reading.problems().getFirst().toString()));
    }

    /** Adds one, in the place of what the controller was bound to before. Returns all that are in it now. */
    public List<Binding> add(Binding binding) throws IOException {
        List<Binding> all = new ArrayList<>(read());
        all.removeIf(each -> each.isOf(binding.device(), binding.channel(), binding.controller()));
        all.add(binding);
        return write(all);
    }

    /** Takes out those that are meant. Returns all that are in it now. */
    public List<Binding> remove(Predicate<Binding> meant) throws IOException {
        return write(read().stream().filter(meant.negate()).toList());
    }

    private List<Binding> write(List<Binding> bindings) throws IOException {
        OutputFile.save(file, BindingsReader.text(bindings));
        return bindings;
    }
}
