package org.chronus.instrument.socket;

import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests of lines: the word says which, the fields what for. Stateless; any thread. */
final class SocketRequests {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int HIGHEST_PROGRAM = 127, HIGHEST_BANK = 16_383;

    private SocketRequests() { }

    /** A line as a tree; refused if it is not exactly one. */
    static JsonNode parse(byte[] line) throws Refused {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new Refused("that is no JSON", "send one object in each line, such as " + SocketWord.STATUS.example());
        }
    }

    /** The request of a tree. */
    static Request of(JsonNode object) throws Refused {
        SocketWord word = Fields.word(object);
        Fields fields = new Fields(word, object);
        return switch (word) {
            case STATUS -> new Request.Status();
            case PROGRAM -> new Request.Program(fields.whole("bank", 0, HIGHEST_BANK, 0), fields.whole("number", 0, HIGHEST_PROGRAM, 0));
            case NEXT -> new Request.Step(1, fields.optional("tag"));
            case PREVIOUS -> new Request.Step(-1, fields.optional("tag"));
            case LOAD -> new Request.Load(fields.text("preset"));
            case RELOAD -> new Request.Reload();
            case PANIC -> new Request.Panic();
            case RECORD -> new Request.StartRecording(fields.text("path"));
            case RECORD_STOP -> new Request.StopRecording();
            case RECORD_STATUS -> new Request.RecordingStatus();
            case DUMP -> new Request.Dump(fields.text("path"));
        };
    }
}
