package org.chronus.instrument.cli.terminal;

import java.io.IOException;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, for programs to read. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() { }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** To a file, a pipe or standard output. */
    public static void write(OutputPlace place, Object value) throws IOException {
        OutputFile.write(place, text(value) + "\n");
    }
}
