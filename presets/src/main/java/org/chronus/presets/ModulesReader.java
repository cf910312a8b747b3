package org.chronus.presets;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.patch.PatchPlan.ModulePlan;
import org.chronus.presets.Node.Field;
import org.chronus.presets.Node.Fields;
import org.chronus.presets.Node.Text;

/** Reads {@code modules}: their types, values and choices. */
final class ModulesReader {
    private static final String EXAMPLE = "write for example osc: {type: saw}";

    private final ModuleShapes shapes;
    private final Values values;
    private final Problems problems;

    ModulesReader(ModuleShapes shapes, Values values, Problems problems) {
        this.shapes = shapes;
        this.values = values;
        this.problems = problems;
    }

    void read(Node node, Graph graph) {
        values.fields(node, "modules", EXAMPLE).ifPresent(fields -> fields.fields().forEach(field -> read(field, graph)));
    }

    private void read(Field field, Graph graph) {
        Text id = field.key();
        if (graph.modules().size() == Graph.MOST_MODULES) {
            problems.error(id.place(), "more than " + Graph.MOST_MODULES + " modules", "no machine runs that many for each voice");
        }
        if (graph.modules().size() > Graph.MOST_MODULES || !Ids.check(id, problems)) {
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
        graph.modules().put(id.value(), new Graph.Placed(
                new ModulePlan(id.value(), shape.map(ModuleShape::type).orElse(""), shared, numbers, choices, inBeats), shape,
                id.place()));
    }

    private Optional<ModuleShape> shape(Fields fields, Text id) {
        Optional<Node> type = fields.find("type");
        if (type.isEmpty()) {
            problems.error(id.place(), id.value() + " has no type", EXAMPLE);
            return Optional.empty();
        }
        Optional<Text> name = values.text(type.get(), "type", Nearest.cure("", shapes.names()));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ModuleShape> shape = shapes.find(name.get().value());
        if (shape.isEmpty()) {
            problems.error(name.get().place(), "there is no module type \"" + Problems.quote(name.get().value()) + "\"",
                    Nearest.cure(name.get().value(), shapes.names()));
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
                numbers.put(name, (float) values.number(setting.value(), Port.of(shape.inputs().get(name))).orElse(Double.NaN));
            } else {
                Nearest.of(name, shape.inputs().keySet()).ifPresent(meant -> numbers.putIfAbsent(meant, Float.NaN));
            }
        }
    }

    private boolean isShared(Node per, Graph graph) {
        if (graph.isMix()) {
            problems.error(per.place(), "per is for modules of a voice", "remove it: the mix has one of each anyway");
            return false;
        }
        return values.word(per, "per", List.of("patch", "voice"), List.of("patch", "voice")).filter("patch"::equals).isPresent();
    }
}
