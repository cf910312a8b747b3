package org.chronus.instrument.blackbox;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    private int lines;

    private DumpText() { }

    /** The lines of a dump, each made when it is asked for. */
    public static Iterator<String> of(Dump dump) {
        return new DumpText().lines(dump).iterator();
    }

    /** Put together so that nothing is made ahead. */
    private Stream<String> lines(Dump dump) {
        int chunks = (dump.callbacks().size() + CALLBACKS_IN_A_LINE - 1) / CALLBACKS_IN_A_LINE;
        ObjectNode parameters = line("parameters");
        dump.names().forEach(parameters.putArray("names")::add);
        Stream<ObjectNode> all = Stream.of(Stream.of(write(dump.header()), parameters), dump.presets().stream().map(DumpText::write),
                dump.offers().stream().map(DumpText::write),
                dump.spares().stream().map(spare -> line("spare").put("at", spare.position()).put("preset", spare.preset())),
                dump.commands().stream().map(DumpText::write),
                dump.troubles().stream().map(DumpText::write), IntStream.range(0, chunks).mapToObj(i -> write(dump.callbacks()
                        .subList(i * CALLBACKS_IN_A_LINE, Math.min((i + 1) * CALLBACKS_IN_A_LINE, dump.callbacks().size())))))
                .reduce(Stream.empty(), Stream::concat);
        return Stream.concat(all.map(this::count), Stream.of("end").map(end -> MAPPER.writeValueAsString(line(end).put("lines", lines))));
    }

    private String count(ObjectNode line) {
        lines++;
        return MAPPER.writeValueAsString(line);
    }

    private static ObjectNode write(Dump.Header header) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("chronus", FORMAT).put("version", VERSION).put("made", header.made()).put("cause", header.cause());
        line.put("rate", header.rate()).put("period", header.period()).put("channels", header.channels());
        line.put("pitchOffset", (double) header.pitchOffset());
        line.put("transition", header.transition().map(Enum::name).orElse(null)).put("bank", header.bank());
        line.put("start", header.start()).put("end", header.end()).put("input", header.input());
        putPitches(line, header.tuning());
        return line;
    }

    private static ObjectNode write(Dump.Sound sound) {
        ObjectNode line = line("preset").put("name", sound.name()).put("origin", sound.origin());
        line.put("level", sound.source().level()).put("transpose", sound.source().transpose()).put("text", sound.source().text());
        putPitches(line, sound.tuning());
        return line;
    }

    private static ObjectNode write(CommandTape.Entry entry) {
        ObjectNode line = line("command").put("at", entry.position()).put("frame", entry.frame());
        CommandText.write(entry.command(), line);
        return line;
    }

    private static ObjectNode write(TroubleTape.Entry entry) {
        return line("trouble").put("at", entry.position()).put("kind", entry.kind().name()).put("count", entry.count());
    }

    private static ObjectNode write(Dump.Offer offer) {
        ObjectNode line = line("offer").put("at", offer.position());
        return offer.isNothing() ? line : line.put("preset", offer.preset()).put("number", offer.number()).put("frame", offer.frame())
                .put("bank", offer.bank()).put("program", offer.program()).put("swap", offer.swapFrame());
    }

    private static ObjectNode write(List<CallbackTape.Entry> callbacks) {
        ObjectNode line = line("callbacks").put("at", callbacks.getFirst().position());
        ArrayNode frames = line.putArray("frames"), nanos = line.putArray("nanos"), processor = line.putArray("processor");
        for (CallbackTape.Entry entry : callbacks) {
            frames.add(entry.frames());
            nanos.add(entry.nanos());
            processor.add(entry.processorNanos());
        }
        return line;
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
}
