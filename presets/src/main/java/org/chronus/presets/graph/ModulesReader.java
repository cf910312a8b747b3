package org.chronus.presets.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.presets.text.Identifiers;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads {@code modules}: their types, values and choices. */
public final class ModulesReader {
    private static final String EXAMPLE = "write for example osc: {type: saw}";

    private final ModuleShapes shapes;
    private final Values values;
    private final Problems problems;

    public ModulesReader(ModuleShapes shapes, Values values, Problems problems) {
        this.shapes = shapes;
        this.values = values;
        this.problems = problems;
    }

    public void read(YamlNode node, GraphBuilder graph) {
        values.fields(node, "modules", EXAMPLE).ifPresent(fields -> fields.fields().forEach(field -> read(field, graph)));
    }

    private void read(Field field, GraphBuilder graph) {
        Text id = field.key();
        if (graph.modules().size() == GraphBuilder.MOST_MODULES) {
            problems.error(id.place(), "more than " + GraphBuilder.MOST_MODULES + " modules", "no machine runs that many for each voice");
        }
        if (graph.modules().size() > GraphBuilder.MOST_MODULES || !Identifiers.check(id, problems)) {
            return;
        }
        Optional<Fields> fields = values.fields(field.value(), id.value(), EXAMPLE);
        Optional<ModuleShape> shape = fields.flatMap(found -> shape(found, id));
        Map<String, Float> numbers = new LinkedHashMap<>();
        Map<String, String> choices = new LinkedHashMap<>();
        Set<String> inBeats = new LinkedHashSet<>();
        if (shape.isPresent()) {
            settings(fields.get(), shape.get(), numbers, choices, inBeats);
        }
        boolean shared = fields.flatMap(found -> found.find("per")).map(per -> isShared(per, graph)).orElse(false);
        graph.modules().put(id.value(), new GraphBuilder.Placed(
                new ModulePlan(id.value(), shape.map(ModuleShape::type).orElse(""), shared, numbers, choices, inBeats), shape,
                id.place()));
    }

    private Optional<ModuleShape> shape(Fields fields, Text id) {
        Optional<YamlNode> type = fields.find("type");
        if (type.isEmpty()) {
            problems.error(id.place(), id.value() + " has no type", EXAMPLE);
            return Optional.empty();
        }
        Optional<Text> name = values.text(type.get(), "type", NameSuggestion.cure("", shapes.names()));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ModuleShape> shape = shapes.find(name.get().value());
        if (shape.isEmpty()) {
            problems.error(name.get().place(), "there is no module type \"" + Problems.quote(name.get().value()) + "\"",
                    NameSuggestion.cure(name.get().value(), shapes.names()));
        }
        return shape;
    }

    /** A port whose value was refused has one all the same, lest it be called unset as well. */
    private void settings(Fields fields, ModuleShape shape, Map<String, Float> numbers, Map<String, String> choices, Set<String> inBeats) {
        values.onlyKeys(fields, shape.type(), shape.keys());
        for (Field setting : fields.fields()) {
            String name = setting.key().value();
            if (shape.choices().containsKey(name)) {
                List<String> names = shape.choices().get(name);
                values.word(setting.value(), name, names, names).ifPresent(word -> choices.put(name, word));
            } else if (shape.inputs().containsKey(name)) {
                if (Values.isInBeats(setting.value())) {
                    inBeats.add(name);
                }
                numbers.put(name, (float) values.number(setting.value(), ValueSpec.of(shape.inputs().get(name))).orElse(Double.NaN));
            } else {
                NameSuggestion.of(name, shape.inputs().keySet()).ifPresent(meant -> numbers.putIfAbsent(meant, Float.NaN));
            }
        }
    }

    private boolean isShared(YamlNode per, GraphBuilder graph) {
        if (graph.isMix()) {
            problems.error(per.place(), "per is for modules of a voice", "remove it: the mix has one of each anyway");
            return false;
        }
        return values.word(per, "per", List.of("patch", "voice"), List.of("patch", "voice")).filter("patch"::equals).isPresent();
    }
}
