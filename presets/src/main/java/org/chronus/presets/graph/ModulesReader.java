package org.chronus.presets.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleSource;
import org.chronus.modules.ModuleType;
import org.chronus.modules.TextSetting;
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

/** Reads {@code modules}: their types, values and choices. For the one thread that reads the file. */
public final class ModulesReader {
    private static final String EXAMPLE = "write for example osc: {type: saw}";
    private static final String INSTRUMENT_EXAMPLE = "write for example instrument: {type: \"lv2:http://drobilla.net/plugins/mda/EPiano\"}";

    private final ModuleCatalog catalog;
    private final Path folder;
    private final Values values;
    private final Problems problems;

    /** {@code folder}: where the preset is. */
    public ModulesReader(ModuleCatalog catalog, Path folder, Values values, Problems problems) {
        this.folder = folder;
        this.catalog = catalog;
        this.values = values;
        this.problems = problems;
    }

    public void read(YamlNode node, GraphBuilder graph) {
        values.fields(node, "modules", EXAMPLE).ifPresent(fields -> fields.fields().forEach(field -> read(field, graph)));
    }

    /** What plays a part in the place of voices, as the only module of its graph. */
    public void readInstrument(Text key, YamlNode node, GraphBuilder graph) {
        Optional<Fields> fields = values.fields(node, key.value(), INSTRUMENT_EXAMPLE);
        Optional<ModuleType> type = fields.flatMap(found -> type(found, key));
        if (type.isPresent() && type.get().shape().place() != Module.Place.PART) {
            problems.error(node.place(), type.get() + " is no instrument", "use it as a module");
            type = Optional.empty();
        }
        add(key, fields, type, true, graph);
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
        Optional<ModuleType> type = fields.flatMap(found -> type(found, id));
        if (type.isPresent() && type.get().shape().place() == Module.Place.PART) {
            problems.error(id.place(), type.get() + " plays notes by itself", INSTRUMENT_EXAMPLE);
            type = Optional.empty();
        } else if (type.isPresent() && type.get().shape().place() == Module.Place.MIX && !graph.isMix()) {
            problems.error(id.place(), type.get() + " is for the mix", "move it to the modules of mix, where it is there once");
            type = Optional.empty();
        }
        boolean shared = fields.flatMap(found -> found.find("per")).map(per -> isShared(per, graph)).orElse(false);
        add(id, fields, type, shared, graph);
    }

    private void add(Text id, Optional<Fields> fields, Optional<ModuleType> type, boolean shared, GraphBuilder graph) {
        Map<String, Float> numbers = new LinkedHashMap<>();
        Map<String, String> choices = new LinkedHashMap<>();
        Set<String> inBeats = new LinkedHashSet<>();
        if (type.isPresent()) {
            settings(fields.get(), type.get(), numbers, choices, inBeats);
        }
        graph.modules().put(id.value(), new GraphBuilder.PlacedModule(id.value(),
                type.map(found -> new ModulePlan(id.value(), found, shared, numbers, choices, inBeats)), id.place()));
    }

    private Optional<ModuleType> type(Fields fields, Text id) {
        Optional<YamlNode> written = fields.find("type");
        if (written.isEmpty()) {
            problems.error(id.place(), id.value() + " has no type", EXAMPLE);
            return Optional.empty();
        }
        Optional<Text> name = values.text(written.get(), "type", NameSuggestion.cure("", catalog.names()));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<ModuleType> type = catalog.find(name.get().value());
        if (type.isEmpty() && name.get().value().indexOf(':') > 0 && catalog.source().isPresent()) {
            missing(name.get(), catalog.source().get());
        } else if (type.isEmpty()) {
            problems.error(name.get().place(), "there is no module type \"" + Problems.quote(name.get().value()) + "\"",
                    NameSuggestion.cure(name.get().value(), catalog.names()));
        }
        return type;
    }

    /** A plugin, or what looks like one. */
    private void missing(Text name, ModuleSource source) {
        problems.error(name.place(), "\"" + Problems.quote(name.value()) + "\" cannot be had", source.refusal(name.value())
                .or(() -> near(name.value(), source.names()).map(near -> "did you mean " + near + "?"))
                .orElse("see chronus list plugins for what is installed"));
    }

    /** Of the names that begin alike, the one that ends nearly alike; else of all. */
    private static Optional<String> near(String name, List<String> names) {
        int end = end(name);
        List<String> alike = names.stream().filter(other -> other.startsWith(name.substring(0, end))).toList();
        List<String> among = alike.isEmpty() ? names : alike;
        return NameSuggestion.of(name.substring(end), among.stream().map(other -> other.substring(end(other))).toList())
                .flatMap(tail -> among.stream().filter(other -> other.substring(end(other)).equals(tail)).findFirst());
    }

    /** Where the last word of a URI begins. */
    private static int end(String name) {
        return Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'))) + 1;
    }

    /** A port whose value was refused counts as set, so that it is not reported as unset as well. */
    private void settings(Fields fields, ModuleType type, Map<String, Float> numbers, Map<String, String> choices, Set<String> inBeats) {
        ModuleShape shape = type.shape();
        values.onlyKeys(fields, type.name(), keys(shape));
        for (Field setting : fields.fields()) {
            String name = setting.key().value();
            if (shape.choices().containsKey(name)) {
                List<String> names = shape.choices().get(name).names();
                values.word(setting.value(), name, names, names).ifPresent(word -> choices.put(name, word));
            } else if (shape.texts().containsKey(name)) {
                values.text(setting.value(), name, "write it in quotes").flatMap(text -> text(shape.texts().get(name), text))
                        .ifPresent(text -> choices.put(name, text));
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

    private Optional<String> text(TextSetting setting, Text written) {
        String value = written.value();
        if (setting.isFile()) {
            Path file = folder.resolve(value);
            if (!Files.isReadable(file)) {
                problems.error(written.place(), "there is no file " + file + " to read", "write where it is, from the preset's own folder");
                return Optional.empty();
            }
            Optional<String> wrong = setting.wrong(file.toString());
            wrong.ifPresent(what -> {
                int cure = what.lastIndexOf(": ");
                problems.error(written.place(), what.substring(0, cure), what.substring(cure + 2));
            });
            return wrong.isPresent() ? Optional.empty() : Optional.of(file.toString());
        }
        boolean isName = value.indexOf(':') < 0 && !value.matches("[0-9]+");
        if (isName && !setting.known().isEmpty() && !setting.known().contains(value)) {
            problems.error(written.place(), "there is no " + setting.symbol() + " \"" + Problems.quote(value) + "\"",
                    NameSuggestion.of(value, setting.known()).map(near -> "did you mean \"" + near + "\"?")
                            .orElse("there are " + setting.known().size() + ", such as \"" + setting.known().getFirst() + "\""));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** What may stand behind a module's id. */
    private static List<String> keys(ModuleShape shape) {
        return Stream.of(List.of("type", "per"), shape.choices().keySet(), shape.texts().keySet(), shape.inputs().keySet())
                .flatMap(Collection::stream).toList();
    }

    private boolean isShared(YamlNode per, GraphBuilder graph) {
        if (graph.isMix()) {
            problems.error(per.place(), "per is for modules of a voice", "remove it: the mix has one of each anyway");
            return false;
        }
        return values.word(per, "per", List.of("patch", "voice"), List.of("patch", "voice")).filter("patch"::equals).isPresent();
    }
}
