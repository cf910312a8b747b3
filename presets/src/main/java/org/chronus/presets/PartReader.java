package org.chronus.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.PatchPlan;
import org.chronus.modules.patch.PatchPlan.VoicesPlan;
import org.chronus.presets.Node.Field;
import org.chronus.presets.Node.Fields;
import org.chronus.presets.PartDraft.Reach;

/** Reads voice sections: those in {@code parts}, or the only one, which the preset itself describes. */
final class PartReader {
    /** What a preset with one part writes at its top, and otherwise each part. */
    static final List<String> SECTIONS = List.of("voices", "modules", "cables");
    static final Port LEVEL = new Port("level", Unit.GAIN, 0, 8);
    static final Port TRANSPOSE = new Port("transpose", Unit.SEMITONES, -96, 96);
    private static final List<String> KEYS = List.of("voices", "modules", "cables", "controllers", "keys", "channel", "transpose", "level",
            "pedals");
    private static final int MOST_PARTS = 64;

    private final ModulesReader modules;
    private final VoicesReader voices;
    private final Values values;
    private final Problems problems;

    PartReader(ModulesReader modules, Values values, Problems problems) {
        this.modules = modules;
        this.values = values;
        this.problems = problems;
        voices = new VoicesReader(values, problems);
    }

    PartDraft readOnly(Fields preset) {
        return new PartDraft(PatchPlan.VOICES, voices(preset), Reach.ALL, 0, 1, true, graph(preset, preset.place()));
    }

    /** In the order of the file; empty only if that was reported. */
    List<PartDraft> readAll(Node node) {
        List<PartDraft> parts = new ArrayList<>();
        Optional<Fields> fields = values.fields(node, "parts", "write for example parts: {lead: {keys: C4 .., modules: ...}}");
        for (Field field : fields.map(Fields::fields).orElse(List.of())) {
            if (parts.size() == MOST_PARTS) {
                problems.error(field.key().place(), "more than " + MOST_PARTS + " parts", "remove some");
                break;
            }
            if (Ids.check(field.key(), problems)) {
                String id = field.key().value();
                values.fields(field.value(), id, "give it modules and cables").ifPresent(part -> parts.add(read(field, part)));
            }
        }
        return parts;
    }

    private PartDraft read(Field field, Fields part) {
        String id = field.key().value();
        values.onlyKeys(part, "a part", KEYS);
        KeyRange keys = part.find("keys").flatMap(node -> values.text(node, "keys", "write for example C4 .."))
                .flatMap(text -> KeyRange.parse(text, problems)).orElse(new KeyRange(0, 127));
        int channel = part.find("channel").map(node -> values.whole(node, "channel", 1, 16).orElse(1) - 1).orElse(-1);
        double transpose = part.find("transpose").map(node -> values.number(node, TRANSPOSE).orElse(0)).orElse(0.0);
        double level = part.find("level").map(node -> values.number(node, LEVEL).orElse(1)).orElse(1.0);
        boolean pedals = part.find("pedals").flatMap(node -> values.yes(node, "pedals")).orElse(true);
        return new PartDraft(id, voices(part), new Reach(keys.lowest(), keys.highest(), channel), (float) transpose, (float) level, pedals,
                graph(part, field.key().place()));
    }

    private VoicesPlan voices(Fields fields) {
        return fields.find("voices").map(voices::read).orElse(VoicesPlan.NORMAL);
    }

    private Graph graph(Fields fields, Place place) {
        Graph graph = Graph.ofVoice(fields.find("cables").map(Node::place).orElse(place));
        graph(graph, fields);
        return graph;
    }

    /** Reads a graph's modules, then its cables. */
    void graph(Graph graph, Fields fields) {
        fields.find("modules").ifPresent(node -> modules.read(node, graph));
        fields.find("cables").ifPresent(node -> new CableReader(graph, values, problems).read(node));
    }
}
