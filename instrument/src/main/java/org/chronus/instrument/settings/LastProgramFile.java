package org.chronus.instrument.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.UserFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The file in which the program that plays is kept for the next start; never half written. It is read field by field: binding it to a class
 * takes the library a tenth of a second, and the first sound waits for it. One thread at a time.
 */
public final class LastProgramFile {
    private static final int VERSION = 1;
    /** No file of ours is longer. */
    private static final long LONGEST = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;

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
                Optional<LastProgram> last = parse(Files.readAllBytes(file));
                if (last.isPresent()) {
                    return last;
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

    /** Nothing if it is of another version, or lacks something. */
    private static Optional<LastProgram> parse(byte[] text) {
        String bank = null, origin = null;
        int version = 0, midiBank = 0, program = 0, place = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    return Optional.empty();
                }
                if (token.isScalarValue()) {
                    switch (json.currentName()) {
                        case "chronus" -> version = json.getIntValue();
                        case "bank" -> bank = json.getString();
                        case "file" -> origin = json.getString();
                        case "midiBank" -> midiBank = json.getIntValue();
                        case "program" -> program = json.getIntValue();
                        case "place" -> place = json.getIntValue();
                        case null, default -> { }
                    }
                }
            }
        }
        return version == VERSION && bank != null && origin != null
                ? Optional.of(new LastProgram(bank, origin, midiBank, program, place)) : Optional.empty();
    }

    /** Puts this in the place of what it held. */
    public void write(LastProgram last) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject().writeNumberProperty("chronus", VERSION).writeObjectPropertyStart("last")
                    .writeStringProperty("bank", last.bank()).writeStringProperty("file", last.file())
                    .writeNumberProperty("midiBank", last.midiBank()).writeNumberProperty("program", last.program())
                    .writeNumberProperty("place", last.place()).writeEndObject().writeEndObject();
        }
        OutputFile.save(file, text + "\n");
    }

    /** Takes away what earlier writers left that were killed. */
    public void sweep() {
        OutputFile.sweep(file.toAbsolutePath().getParent());
    }
}
