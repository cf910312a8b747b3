package org.chronus.instrument.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chronus.presets.files.UserFolder;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** One of the player's files, read again when it changed. One that is wrong changes nothing. One thread at a time. */
public final class WatchedFile<T> implements Supplier<T> {
    /** Names of such files. */
    public static final String DEVICES = "devices.yaml", LEARNED = "learned.yaml";

    private static final Object ABSENT = "absent";

    private final Path file;
    private final T defaults;
    private final Function<Path, ReadResult<T>> reader;
    private final Consumer<String> say;
    private Object seen;
    private Object read;
    private T inForce;

    /**
     * @param defaults what is in force without a file
     * @param say      gets one line when there is something wrong, or something new is in force
     */
    public WatchedFile(Path file, T defaults, Function<Path, ReadResult<T>> reader, Consumer<String> say) {
        this.file = file;
        this.defaults = defaults;
        this.reader = reader;
        this.say = say;
        inForce = defaults;
        seen = stamp();
        read = seen;
        load().ifPresent(good -> inForce = good);
    }

    /**
     * Where a file of that name is: {@code $XDG_CONFIG_HOME/chronus}, by default in {@code ~/.config}. A service that has a folder for its
     * state may write to no other, so what it learns is there.
     */
    public static Path of(Map<String, String> environment, String name) {
        return name.equals(LEARNED) && UserFolder.isService(environment) ? UserFolder.state(environment).resolve(name)
                : UserFolder.of(environment, "XDG_CONFIG_HOME", Path.of(".config")).resolve("chronus").resolve(name);
    }

    /**
     * What is in force; the same object as long as nothing changes. A new file counts once it was found the same twice: an editor may be at
     * it.
     */
    @Override public T get() {
        Object before = seen;
        seen = stamp();
        if (seen.equals(before) && !seen.equals(read)) {
            read = seen;
            load().ifPresent(good -> {
                inForce = good;
                say.accept(file + (read.equals(ABSENT) ? " is gone: the defaults" : ": its new settings") + " are in force");
            });
        }
        return inForce;
    }

    private Object stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException absent) {
            return ABSENT;
        }
    }

    private Optional<T> load() {
        if (read.equals(ABSENT)) {
            return Optional.of(defaults);
        }
        ReadResult<T> reading = reader.apply(file);
        List<Problem> problems = reading.problems();
        if (!problems.isEmpty()) {
            say.accept(problems.getFirst() + (problems.size() > 1 ? " (" + (problems.size() - 1) + " more: chronus check)" : "")
                    + "; what was in force stays");
        }
        return reading.found();
    }
}
