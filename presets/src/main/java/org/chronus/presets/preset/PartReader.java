package org.chronus.presets.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.Keys;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.presets.graph.CableReader;
import org.chronus.presets.graph.GraphBuilder;
import org.chronus.presets.graph.ModulesReader;
import org.chronus.presets.preset.PartBuilder.Reach;
import org.chronus.presets.text.Identifiers;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads voice sections: those in {@code parts}, or the only one, which the preset itself describes. */
public final class PartReader {
    /** What a preset with one part writes at its top, and otherwise each part. */
    static final List<String> SECTIONS = List.of("voices", "modules", "cables", "instrument", "players");
    public static final ValueSpec LEVEL = new ValueSpec("level", Unit.GAIN, 0, 8);
    public static final ValueSpec TRANSPOSE = new ValueSpec("transpose", Unit.SEMITONES, -96, 96);
    private static final String INSTRUMENT = "instrument", PLAYERS = "players";
    private static final List<String> KEYS = List.of("voices", "modules", "cables", INSTRUMENT, "controllers", "keys", "channel", "transpose",
            "level", "pedals", PLAYERS);
    private static final int MOST_PARTS = 64;

    private final ModulesReader modules;
    private final VoicesReader voices;
    private final PlayersReader players;
    private final Values values;
    private final Problems problems;

    PartReader(ModulesReader modules, Values values, Problems problems) {
        this.modules = modules;
        this.values = values;
        this.problems = problems;
        voices = new VoicesReader(values, problems);
        players = new PlayersReader(values, problems);
    }

    PartBuilder readOnly(Fields preset) {
        return new PartBuilder(PatchPlan.VOICES, voices(preset), Reach.ALL, 0, 1, true, players(preset),
                graph(preset, preset.place()));
    }

    /** In the order of the file; empty only if that was reported. */
    List<PartBuilder> readAll(YamlNode node) {
        List<PartBuilder> parts = new ArrayList<>();
        Optional<Fields> fields = values.fields(node, "parts", "write for example parts: {lead: {keys: C4 .., modules: ...}}");
        for (Field field : fields.map(Fields::fields).orElse(List.of())) {
            if (parts.size() == MOST_PARTS) {
                problems.error(field.key().place(), "more than " + MOST_PARTS + " parts", "remove some");
                break;
            }
            if (Identifiers.check(field.key(), problems)) {
                String id = field.key().value();
                values.fields(field.value(), id, "give it modules and cables").ifPresent(part -> parts.add(read(field, part)));
            }
        }
        return parts;
    }

    private PartBuilder read(Field field, Fields part) {
        String id = field.key().value();
        values.onlyKeys(part, "a part", KEYS);
        Keys keys = part.find("keys").flatMap(node -> values.text(node, "keys", "write for example C4 .."))
                .flatMap(text -> KeyRanges.parse(text, problems)).orElse(Keys.ALL);
        int channel = part.find("channel").map(node -> values.whole(node, "channel", 1, 16).orElse(1) - 1).orElse(-1);
        double transpose = part.find("transpose").map(node -> values.number(node, TRANSPOSE).orElse(0)).orElse(0.0);
        double level = part.find("level").map(node -> values.number(node, LEVEL).orElse(1)).orElse(1.0);
        boolean pedals = part.find("pedals").flatMap(node -> values.yes(node, "pedals")).orElse(true);
        return new PartBuilder(id, voices(part), new Reach(keys, channel), (float) transpose, (float) level, pedals,
                players(part), graph(part, field.key().place()));
    }

    private VoicesPlan voices(Fields fields) {
        return fields.find("voices").map(voices::read).orElse(VoicesPlan.NORMAL);
    }

    private List<PlayerPlan> players(Fields fields) {
        return fields.find(PLAYERS).map(players::read).orElse(List.of());
    }

    private GraphBuilder graph(Fields fields, TextPosition place) {
        Optional<Field> instrument = fields.fields().stream().filter(field -> field.key().value().equals(INSTRUMENT)).findFirst();
        if (instrument.isPresent()) {
            return instrument(instrument.get(), fields);
        }
        GraphBuilder graph = GraphBuilder.ofVoice(fields.find("cables").map(YamlNode::place).orElse(place));
        graph(graph, fields);
        return graph;
    }

    private GraphBuilder instrument(Field instrument, Fields part) {
        for (Field field : part.fields()) {
            if (SECTIONS.contains(field.key().value()) && field != instrument && !field.key().value().equals(PLAYERS)) {
                problems.error(field.key().place(), field.key().value() + " beside instrument", "remove one: an instrument has voices of its own");
            }
        }
        GraphBuilder graph = GraphBuilder.ofInstrument(instrument.key().place());
        modules.readInstrument(instrument.key(), instrument.value(), graph);
        return graph;
    }

    /** Reads a graph's modules, then its cables. */
    void graph(GraphBuilder graph, Fields fields) {
        fields.find("modules").ifPresent(node -> modules.read(node, graph));
        fields.find("cables").ifPresent(node -> new CableReader(graph, values, problems).read(node));
    }
}
