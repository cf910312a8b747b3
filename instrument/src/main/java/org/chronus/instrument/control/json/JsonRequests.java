package org.chronus.instrument.control.json;

import java.util.OptionalInt;

import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.settings.Knob;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests of lines: the word says which, the fields what for. Stateless; any thread. */
public final class JsonRequests {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int HIGHEST_PROGRAM = 127, HIGHEST_BANK = 16_383, HIGHEST_PLACE = 4_095, LOUDEST = 127, CHANNELS = 16;
    /** In dB; what a preset takes at most is 18. */
    private static final double SOFTEST = -90, LOUDEST_LEVEL = 24;

    private JsonRequests() { }

    /** A text as a tree; refused if it is not exactly one. */
    public static JsonNode parse(byte[] line) throws Refused {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new Refused("that is no JSON", "send one object, such as " + JsonWord.STATUS.example());
        }
    }

    /** The request of a tree. */
    public static Request of(JsonNode object) throws Refused {
        JsonWord word = JsonFields.word(object);
        JsonFields fields = new JsonFields(word, object);
        return switch (word) {
            case STATUS -> new Request.Status();
            case PROGRAM -> new Request.Program(fields.whole("bank", 0, HIGHEST_BANK, 0), fields.whole("number", 0, HIGHEST_PROGRAM, 0));
            case NEXT -> new Request.Step(1, fields.optional("tag"));
            case PREVIOUS -> new Request.Step(-1, fields.optional("tag"));
            case LOAD -> new Request.Load(fields.text("preset"));
            case RELOAD -> new Request.Reload();
            case TEXT -> new Request.ReadText();
            case CHECK -> new Request.CheckText(fields.lines("text"));
            case PLAY_TEXT -> new Request.PlayText(fields.lines("text"));
            case SAVE_TEXT -> new Request.SaveText(fields.lines("text"), fields.optional("name"), fields.yes("over"));
            case BANK -> new Request.ReadBank();
            case ORDER -> new Request.OrderBank(fields.yes("set"), fields.whole("bank", 0, HIGHEST_BANK, 0), fields.wholes("order", 0, HIGHEST_PLACE),
                    fields.optional("read"), fields.yes("over"));
            case LEVEL -> new Request.SetLevel(fields.whole("bank", 0, HIGHEST_BANK, 0), fields.whole("number", 0, HIGHEST_PROGRAM, 0),
                    fields.number("level", SOFTEST, LOUDEST_LEVEL), fields.optional("read"), fields.yes("over"));
            case SET -> new Request.SetValue(fields.text("module"), fields.text("port"), fields.number("value"));
            case NOTE -> new Request.Note(fields.whole("key", 0, LOUDEST, 0), fields.whole("velocity", 0, LOUDEST, 0), fields.has("channel")
                    ? OptionalInt.of(fields.whole("channel", 1, CHANNELS, 1) - 1) : OptionalInt.empty());
            case LEARN -> new Request.Learn(fields.text("parameter"), fields.has("knob") ? knob(fields) : Knob.ABSOLUTE,
                    fields.has("pick-up") && fields.truth("pick-up"));
            case FORGET -> new Request.Forget(fields.text("parameter"));
            case PANIC -> new Request.Panic();
            case RECORD -> new Request.StartRecording(fields.text("path"));
            case RECORD_STOP -> new Request.StopRecording();
            case RECORD_STATUS -> new Request.RecordingStatus();
            case DUMP -> new Request.Dump(fields.text("path"));
        };
    }

    private static Knob knob(JsonFields fields) throws Refused {
        String word = fields.text("knob");
        return Knob.find(word).orElseThrow(() -> new Refused("\"" + word + "\" is no knob", "send absolute, twos, offset or sign"));
    }
}
