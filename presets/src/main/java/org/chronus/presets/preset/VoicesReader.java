package org.chronus.presets.preset;

import java.util.List;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads {@code voices}: how notes become voices. For the one thread that reads the file. */
final class VoicesReader {
    private static final List<String> KEYS = List.of("mode", "count", "restrike", "glide", "priority", "bend");
    private static final int MOST_VOICES = 256;
    private static final ValueSpec GLIDE = new ValueSpec("glide", Unit.SECONDS, 0, 60);
    private static final ValueSpec BEND = new ValueSpec("bend", Unit.SEMITONES, -96, 96);

    private final Values values;
    private final Problems problems;

    VoicesReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    VoicesPlan read(YamlNode node) {
        return values.fields(node, "voices", "write for example voices: {mode: poly, count: 16}").map(this::voices).orElse(VoicesPlan.NORMAL);
    }

    private VoicesPlan voices(Fields fields) {
        values.onlyKeys(fields, "voices", KEYS);
        VoicesPlan normal = VoicesPlan.NORMAL;
        VoiceMode mode = fields.find("mode").flatMap(node -> values.choice(node, "mode", VoiceMode.class)).orElse(normal.mode());
        Priority priority = fields.find("priority").flatMap(node -> values.choice(node, "priority", Priority.class)).orElse(normal.priority());
        Restrike restrike = fields.find("restrike").flatMap(node -> values.choice(node, "restrike", Restrike.class)).orElse(normal.restrike());
        double glide = fields.find("glide").map(node -> values.number(node, GLIDE).orElse(0)).orElse((double) normal.glide());
        int count = fields.find("count").map(node -> count(node, mode)).orElse(mode == VoiceMode.POLY ? normal.count() : 1);
        float[] bend = fields.find("bend").map(this::bend).orElse(new float[] {normal.bendUp(), normal.bendDown()});
        return new VoicesPlan(mode, count, restrike, (float) glide, priority, bend[0], bend[1]);
    }

    private int count(YamlNode node, VoiceMode mode) {
        int count = values.whole(node, "count", 1, MOST_VOICES).orElse(1);
        if (count > 1 && mode != VoiceMode.POLY) {
            problems.error(node.place(), "a " + mode.name().toLowerCase(java.util.Locale.ROOT) + " part has one voice",
                    "remove count, or write mode: poly");
            return 1;
        }
        return count;
    }

    /** Up and down, or one for both. */
    private float[] bend(YamlNode node) {
        if (!(node instanceof Items items)) {
            float both = semitones(node);
            return new float[] {both, both};
        }
        if (items.nodes().size() != 2) {
            problems.error(node.place(), "bend has two ends, up and down", "write for example [2 st, 12 st]");
            return new float[] {0, 0};
        }
        return new float[] {semitones(items.nodes().getFirst()), semitones(items.nodes().getLast())};
    }

    private float semitones(YamlNode node) {
        return (float) Math.abs(values.number(node, BEND).orElse(0));
    }
}
