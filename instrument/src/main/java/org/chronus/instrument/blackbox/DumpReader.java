package org.chronus.instrument.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.instrument.engine.blackbox.CallbackTape;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.Trouble;
import org.chronus.instrument.engine.blackbox.TroubleTape;
import org.chronus.presets.preset.PresetSource;
import org.chronus.presets.preset.Transition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads dumps. What is no whole dump of ours is refused in one line. One thread. */
public final class DumpReader {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CURE = "name a file that status --dump has written";

    private final String file;
    private final List<String> names = new ArrayList<>();
    private final List<Dump.Sound> presets = new ArrayList<>();
    private final List<Dump.Offer> offers = new ArrayList<>();
    private final List<Dump.Offer> spares = new ArrayList<>();
    private final List<CommandTape.Entry> commands = new ArrayList<>();
    private final List<TroubleTape.Entry> troubles = new ArrayList<>();
    private final List<CallbackTape.Entry> callbacks = new ArrayList<>();
    private Dump.Header header;
    private int lines;
    private boolean complete;

    private DumpReader(String file) {
        this.file = file;
    }

    /** The whole of a file. */
    public static Dump read(Path path) throws DumpException {
        DumpReader reader = new DumpReader(path.toString());
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null && !reader.complete; line = in.readLine()) {
                reader.read(line);
            }
        } catch (IOException wrong) {
            throw new DumpException(reader.file, Files.isRegularFile(path) ? "it cannot be read as text" : "there is no such file", CURE);
        }
        if (reader.header == null) {
            throw new DumpException(reader.file, "it is empty", CURE);
        } else if (!reader.complete) {
            throw reader.cut();
        }
        return new Dump(reader.header, reader.names, reader.presets, reader.offers,
                reader.spares, reader.commands, reader.troubles, reader.callbacks);
    }

    private DumpException cut() {
        return new DumpException(file, "it is cut off after line " + lines, "take a whole copy");
    }

    private void read(String text) throws DumpException {
        try {
            JsonNode line = MAPPER.readTree(text);
            if (header == null) {
                readHeader(line);
            } else {
                readEntry(line);
            }
            lines++;
        } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            if (header == null) {
                throw new DumpException(file, "it is no dump of a black box", CURE);
            } else if (wrong instanceof JacksonException) {
                throw cut();
            }
            throw new DumpException(file, "line " + (lines + 1) + " is wrong: " + wrong.getMessage(), "take a whole copy");
        }
    }

    private void readHeader(JsonNode line) throws DumpException {
        if (!line.path("chronus").asString("").equals(DumpText.FORMAT)) {
            throw new DumpException(file, "it is no dump of a black box", CURE);
        }
        int version = line.path("version").asInt(0);
        if (version != DumpText.VERSION) {
            throw new DumpException(file, "it is of version " + version + ", and this Chronus reads version " + DumpText.VERSION,
                    "use the Chronus that wrote it");
        }
        Optional<Transition> transition = Optional.ofNullable(line.path("transition").asString(null)).map(Transition::valueOf);
        header = new Dump.Header(line.path("made").asString(""), line.path("cause").asString(""), line.path("rate").asInt(),
                line.path("period").asInt(), line.path("channels").asInt(), (float) line.path("pitchOffset").asDouble(), pitches(line), transition,
                line.path("bank").asString(""), line.path("start").asLong(), line.path("end").asLong(), line.path("input").asBoolean());
    }

    private void readEntry(JsonNode line) throws DumpException {
        long at = line.path("at").asLong(0);
        switch (line.path(DumpText.IS).asString("")) {
            case "parameters" -> line.path("names").forEach(name -> names.add(name.asString()));
            case "preset" -> presets.add(new Dump.Sound(line.path("name").asString(), line.path("origin").asString(), new PresetSource(
                    line.path("text").asString(), line.path("level").asDouble(), line.path("transpose").asDouble()), pitches(line)));
            case "offer" -> offers.add(offer(at, line));
            case "spare" -> spares.add(offer(at, line));
            case "command" -> commands.add(new CommandTape.Entry(at, line.path("frame").asLong(), CommandText.read(line)));
            case "trouble" -> troubles.add(new TroubleTape.Entry(at, Trouble.valueOf(line.path("kind").asString()), line.path("count").asLong()));
            case "callbacks" -> readCallbacks(at, line);
            case "end" -> {
                if (line.path("lines").asInt() != lines) {
                    throw new DumpException(file, "lines are missing", "take a whole copy");
                }
                complete = true;
            }
            default -> throw new IllegalArgumentException("it is of no kind that is known");
        }
    }

    private Dump.Offer offer(long at, JsonNode line) {
        if (!line.has("preset")) {
            return Dump.Offer.nothing(at);
        }
        int preset = line.get("preset").asInt();
        if (preset < 0 || preset >= presets.size()) {
            throw new IllegalArgumentException("there is no preset " + preset);
        }
        return new Dump.Offer(at, preset, line.path("number").asLong(), line.path("frame").asLong(), line.path("bank").asInt(),
                line.path("program").asInt(), line.path("swap").asLong());
    }

    private void readCallbacks(long at, JsonNode line) {
        long position = at;
        for (int i = 0; i < line.path("frames").size(); i++) {
            int frames = line.path("frames").get(i).asInt();
            callbacks.add(new CallbackTape.Entry(position, frames, line.path("nanos").path(i).asInt(), line.path("processor").path(i).asInt()));
            position += frames;
        }
    }

    private static List<Float> pitches(JsonNode line) {
        return line.path("tuning").valueStream().map(pitch -> pitch.isNumber() ? (float) pitch.asDouble() : Float.NaN).toList();
    }
}
