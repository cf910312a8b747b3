package org.chronus.instrument.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.instrument.cli.options.Refusal;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, for programs to read. */
public final class Json {
    private Json() { }

    public static String text(Object value) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(value);
    }

    /** To a file, or with the path {@code -} to standard output. */
    public static void write(Path file, Object value) throws Refusal {
        if (file.toString().equals("-")) {
            System.out.println(text(value));
            return;
        }
        try {
            Files.writeString(file, text(value) + "\n");
        } catch (IOException e) {
            throw new Refusal(file + ": cannot be written: choose another place");
        }
    }
}
