package org.chronus.presets.preset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.GraphBuilder;
import org.chronus.presets.preset.ControllerTargets.Found;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.NumberText;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads {@code controllers}: which inputs a MIDI controller sets. For the one thread that reads the file. */
final class ControllersReader {
    private static final List<String> KEYS = List.of("to", "range", "keep");
    private static final String EXAMPLE = "write for example 74: {to: filter.cutoff, range: [150 Hz, 9 kHz]}";
    private static final int HIGHEST_CONTROLLER = 127;

    private final List<PartBuilder> parts;
    private final ControllerTargets targets;
    private final Set<ModuleInput> controlledInMix = new HashSet<>();
    private final Values values;
    private final Problems problems;

    ControllersReader(List<PartBuilder> parts, GraphBuilder mix, Values values, Problems problems) {
        this.parts = parts;
        this.values = values;
        this.problems = problems;
        targets = new ControllerTargets(parts, mix, problems);
    }

    /** The inputs of the mix that any of them sets. */
    Set<ModuleInput> controlledInMix() {
        return controlledInMix;
    }

    /** @param owner the part whose ports are named without its id; none for the top level of a preset with several */
    void read(YamlNode node, Optional<PartBuilder> owner) {
        values.fields(node, "controllers", EXAMPLE).ifPresent(fields -> fields.fields().forEach(field -> read(field, owner)));
    }

    private void read(Field field, Optional<PartBuilder> owner) {
        Text key = field.key();
        if (!key.value().matches("\\d{1,3}") || Integer.parseInt(key.value()) > HIGHEST_CONTROLLER) {
            problems.error(key.place(), "\"" + Problems.quote(key.value()) + "\" is no controller", "write its number, 0 to 127");
            return;
        }
        int number = Integer.parseInt(key.value());
        if (field.value() instanceof Items items) {
            items.nodes().forEach(node -> readOne(number, node, owner));
        } else {
            readOne(number, field.value(), owner);
        }
    }

    private void readOne(int number, YamlNode node, Optional<PartBuilder> owner) {
        Optional<Fields> fields = values.fields(node, "controller " + number, EXAMPLE);
        if (fields.isEmpty()) {
            return;
        }
        values.onlyKeys(fields.get(), "a controller", KEYS);
        Optional<YamlNode> to = fields.get().find("to");
        if (to.isEmpty()) {
            problems.error(node.place(), "controller " + number + " leads nowhere", EXAMPLE);
            return;
        }
        Optional<Text> name = values.text(to.get(), "to", EXAMPLE);
        Optional<Found> found = name.flatMap(text -> targets.find(text, owner));
        if (found.isPresent()) {
            ValueSpec port = found.get().port();
            boolean keep = fields.get().find("keep").flatMap(each -> values.yes(each, "keep")).orElse(false);
            range(fields.get(), port, name.get()).ifPresent(ends -> add(number, name.get(), found.get(),
                    new ControllerPlan(found.get().target(), (float) ends[0], (float) ends[1], keep, isInBeats(fields.get()))));
        }
    }

    private Optional<double[]> range(Fields fields, ValueSpec port, Text name) {
        Optional<YamlNode> range = fields.find("range");
        if (range.isPresent()) {
            String cure = "write for example range: [" + NumberText.value(port.isBounded() ? port.minimum() : 0, port.unit()) + ", "
                    + NumberText.value(port.isBounded() ? port.maximum() : 1, port.unit()) + "]";
            Optional<Items> items = values.items(range.get(), "range", cure);
            if (items.isPresent() && items.get().nodes().size() != 2) {
                problems.error(range.get().place(), "a range has two ends", cure + "; a decimal takes a point");
                return Optional.empty();
            }
            if (items.isPresent() && Values.isInBeats(items.get().nodes().getFirst()) != Values.isInBeats(items.get().nodes().getLast())) {
                problems.error(range.get().place(), "a range is half in beats", "write both ends in beat, or neither");
                return Optional.empty();
            }
            return items.map(ends -> ends.nodes().stream().mapToDouble(end -> values.number(end, port).orElse(port.minimum())).toArray());
        }
        if (!port.isBounded()) {
            problems.error(name.place(), name.value() + " has no range of its own", "give one, such as range: [0, 1]");
            return Optional.empty();
        }
        return Optional.of(new double[] {port.minimum(), port.maximum()});
    }

    /** Of a range that was read: its ends are alike. */
    private static boolean isInBeats(Fields fields) {
        return fields.find("range").filter(range -> range instanceof Items ends && Values.isInBeats(ends.nodes().getFirst())).isPresent();
    }

    /** Every part's table sets the mix, since notes and controllers may come on its channel only. */
    private void add(int number, Text name, Found found, ControllerPlan plan) {
        boolean fresh = true;
        for (PartBuilder part : found.part().map(List::of).orElse(parts)) {
            fresh &= part.add(number, plan);
        }
        found.part().map(PartBuilder::controlled).orElse(controlledInMix).add(plan.target());
        if (!fresh) {
            problems.error(name.place(), "controller " + number + " sets " + name.value() + " twice", "remove one");
        }
    }
}
