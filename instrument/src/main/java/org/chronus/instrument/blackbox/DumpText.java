package org.chronus.instrument.blackbox;

import java.util.List;

import org.chronus.instrument.engine.blackbox.CallbackTape;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.TroubleTape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes dumps as lines of JSON: a header, then parameters, presets, offers, commands, troubles and callbacks, and a line that says that
 * this is the end. One thread.
 */
public final class DumpText {
    static final String FORMAT = "black box", IS = "is";
    static final int VERSION = 1;
    private static final int CALLBACKS_IN_A_LINE = 256;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final StringBuilder text = new StringBuilder();
    private int lines;

    private DumpText() { }

    /** The text of a dump. */
    public static String of(Dump dump) {
        DumpText writer = new DumpText();
        writer.write(dump.header());
        writer.write(dump);
        return writer.text.toString();
    }

    private void write(Dump.Header header) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("chronus", FORMAT).put("version", VERSION).put("made", header.made()).put("cause", header.cause());
        line.put("rate", header.rate()).put("period", header.period()).put("channels", header.channels());
        line.put("pitchOffset", (double) header.pitchOffset());
        line.put("transition", header.transition().map(Enum::name).orElse(null)).put("bank", header.bank());
        line.put("start", header.start()).put("end", header.end()).put("input", header.input());
        putPitches(line, header.tuning());
        add(line);
    }

    private void write(Dump dump) {
        ObjectNode parameters = line("parameters");
        dump.names().forEach(parameters.putArray("names")::add);
        add(parameters);
        for (Dump.Sound sound : dump.presets()) {
            ObjectNode line = line("preset").put("name", sound.name()).put("origin", sound.origin());
            line.put("level", sound.source().level()).put("transpose", sound.source().transpose()).put("text", sound.source().text());
            putPitches(line, sound.tuning());
            add(line);
        }
        dump.offers().forEach(offer -> add(write(offer)));
        for (CommandTape.Entry entry : dump.commands()) {
            ObjectNode line = line("command").put("at", entry.position()).put("frame", entry.frame());
            CommandText.write(entry.command(), line);
            add(line);
        }
        for (TroubleTape.Entry entry : dump.troubles()) {
            add(line("trouble").put("at", entry.position()).put("kind", entry.kind().name()).put("count", entry.count()));
        }
        for (int i = 0; i < dump.callbacks().size(); i += CALLBACKS_IN_A_LINE) {
            write(dump.callbacks().subList(i, Math.min(i + CALLBACKS_IN_A_LINE, dump.callbacks().size())));
        }
        add(line("end").put("lines", lines));
    }

    private static ObjectNode write(Dump.Offer offer) {
        ObjectNode line = line("offer").put("at", offer.position());
        return offer.isNothing() ? line : line.put("preset", offer.preset()).put("number", offer.number()).put("frame", offer.frame())
                .put("bank", offer.bank()).put("program", offer.program()).put("swap", offer.swapFrame());
    }

    private void write(List<CallbackTape.Entry> callbacks) {
        ObjectNode line = line("callbacks").put("at", callbacks.getFirst().position());
        ArrayNode frames = line.putArray("frames"), nanos = line.putArray("nanos"), processor = line.putArray("processor");
        for (CallbackTape.Entry entry : callbacks) {
            frames.add(entry.frames());
            nanos.add(entry.nanos());
            processor.add(entry.processorNanos());
        }
        add(line);
    }

    /** Silent keys are null. */
    private static void putPitches(ObjectNode line, List<Float> pitches) {
        ArrayNode list = line.putArray("tuning");
        pitches.forEach(pitch -> {
            if (pitch.isNaN()) {
                list.addNull();
            } else {
                list.add(pitch.doubleValue());
            }
        });
    }

    private static ObjectNode line(String is) {
        return MAPPER.createObjectNode().put(IS, is);
    }

    private void add(ObjectNode line) {
        text.append(MAPPER.writeValueAsString(line)).append('\n');
        lines++;
    }
}
