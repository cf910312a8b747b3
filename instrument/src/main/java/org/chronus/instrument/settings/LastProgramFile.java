package org.chronus.instrument.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.UserFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file in which the program that plays is kept for the next start; never half written. One thread at a time. */
public final class LastProgramFile {
    private static final int VERSION = 1;
    /** No file of ours is longer. */
    private static final long LONGEST = 1 << 16;

    private final Path file;

    /** What the file holds. */
    private record Content(int chronus, LastProgram last) { }

    /** @param file is made when it is needed */
    public LastProgramFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public static Path of(Map<String, String> environment) {
        return UserFolder.state(environment).resolve("last-program.json");
    }

    /** What it holds; nothing if it is not there, or, which is said in a line, cannot be used. */
    public Optional<LastProgram> read(Consumer<String> say) {
        try {
            if (Files.size(file) <= LONGEST) {
                Content content = JsonMapper.shared().readValue(Files.readAllBytes(file), Content.class);
                if (content != null && content.chronus() == VERSION && content.last() != null && content.last().isWhole()) {
                    return Optional.of(content.last());
                }
            }
            say.accept(file + ": is not of this version: it begins with the bank's first program");
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (IOException | JacksonException broken) {
            say.accept(file + ": cannot be read: it begins with the bank's first program");
        }
        return Optional.empty();
    }

    /** Puts this in the place of what it held. */
    public void write(LastProgram last) throws IOException {
        OutputFile.save(file, JsonMapper.shared().writeValueAsString(new Content(VERSION, last)) + "\n");
    }

    /** Takes away what earlier writers left that were killed. */
    public void sweep() {
        OutputFile.sweep(file.toAbsolutePath().getParent());
    }
}
