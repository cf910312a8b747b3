package org.chronus.presets.preset;

import java.util.LinkedHashSet;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.GraphBuilder;
import org.chronus.presets.graph.GraphCheck;
import org.chronus.presets.graph.LoopCheck;
import org.chronus.presets.graph.ModulesReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.tuning.Tuning;
import org.chronus.presets.tuning.TuningReader;
import org.chronus.presets.value.Header;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Tags;
import org.chronus.presets.value.Values;

/**
 * Reads presets, reports all problems at once, and makes a plan if there is no error. Immutable; any thread but the audio thread, several
 * at once.
 */
public final class PresetReader {
    private static final List<String> KEYS = List.of("chronus", "name", "level", "tempo", "hold", "transition", "silent", "tuning", "voices",
            "prime", "instrument", "players", "modules", "cables", "parts", "mix", "controllers", Tags.KEY);
    private static final ValueSpec HOLD = new ValueSpec("hold", Unit.SECONDS, 0, 600);
    private static final ValueSpec PRIME = new ValueSpec("prime", Unit.SECONDS, 0, 60);
    private static final ValueSpec TEMPO = new ValueSpec("tempo", Unit.NONE, 10, 1_000);
    private static final String BEATS_PER_MINUTE = "bpm";
    private static final double NORMAL_HOLD = 5, HOSTED_PRIME_SECONDS = 10;

    private final ModuleCatalog catalog;

    /** A reader of presets that use these module types. */
    public PresetReader(ModuleCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads a preset. Takes any text whatever and throws nothing; what is wrong with it is among the problems.
     *
     * @param fileName for messages and as the preset's origin; its last part is the preset's name if the text gives none
     */
    public ReadResult<Preset> read(String text, String fileName) {
        return read(text, fileName, true);
    }

    /** Reads a preset that is still being made: it may lack what it needs to be heard. */
    public ReadResult<Preset> readDraft(String text, String fileName) {
        return read(text, fileName, false);
    }

    /** What is wrong with such a preset. */
    public List<Problem> checkDraft(String text, String fileName) {
        return readDraft(text, fileName).problems();
    }

    /** The types that presets may use. */
    public ModuleCatalog catalog() {
        return catalog;
    }

    private ReadResult<Preset> read(String text, String fileName, boolean finished) {
        Problems problems = new Problems(fileName, text);
        Optional<Fields> root = YamlTree.read(text, problems).flatMap(node -> Header.check(node, "a preset", problems));
        Preset preset = null;
        if (root.isPresent() && root.get().find("programs").isPresent()) {
            problems.error(root.get().place(), "this is a bank", "give a preset, or one of its programs");
        } else if (root.isPresent()) {
            preset = preset(root.get(), text, fileName, finished, problems);
        }
        return new ReadResult<>(problems.hasErrors() ? null : preset, problems.list());
    }

    private Preset preset(Fields root, String text, String fileName, boolean finished, Problems problems) {
        Values values = new Values(problems, tempo(root, new Values(problems, PatchPlan.NORMAL_TEMPO)));
        values.onlyKeys(root, "a preset", KEYS);
        String name = Header.name(root, "name", fileName, values, problems);
        double level = root.find("level").map(node -> values.number(node, PartReader.LEVEL).orElse(1)).orElse(1.0);
        double hold = root.find("hold").map(node -> values.number(node, HOLD).orElse(0)).orElse(NORMAL_HOLD);
        double prime = root.find("prime").map(node -> values.number(node, PRIME).orElse(0)).orElse(0.0);
        List<String> tags = root.find(Tags.KEY).map(node -> Tags.read(node, values, problems)).orElse(List.of());
        boolean silent = root.find("silent").flatMap(node -> values.yes(node, "silent")).orElse(false);
        Tuning tuning = root.find("tuning").flatMap(new TuningReader(fileName, values, problems)::read).orElse(null);
        Transition transition = root.find("transition").flatMap(node -> values.choice(node, "transition", Transition.class))
                .orElse(Transition.RING);

        PartReader reader = new PartReader(new ModulesReader(catalog, folder(fileName), values, problems), values, problems);
        List<PartBuilder> parts = parts(root, reader, problems);
        GraphBuilder mix = mix(root, parts, reader, values);
        clashes(parts, mix, problems);
        ControllersReader controllers = controllers(root, parts, mix, values, problems);
        for (PartBuilder part : parts) {
            check(part.graph(), part.controlled(), silent, finished, problems);
        }
        if (!mix.cables().isEmpty() || !mix.modules().isEmpty()) {
            check(mix, controllers.controlledInMix(), silent, finished, problems);
        }
        if (problems.hasErrors()) {
            return null;
        }
        PatchPlan plan = new PatchPlan(parts.stream().map(PartBuilder::plan).toList(), mix.plan(), (float) level, (float) values.tempo());
        return new Preset(name, tags, plan, transition, hold, silent, fileName, tuning,
                prime > 0 ? prime : plan.hostsPlugins() ? HOSTED_PRIME_SECONDS : 0, PresetSource.of(text));
    }

    /** Where a file is, or, of a text from elsewhere, the working directory. */
    private static Path folder(String fileName) {
        try {
            return Optional.ofNullable(Path.of(fileName).toAbsolutePath().getParent()).orElse(Path.of(""));
        } catch (InvalidPathException e) {
            return Path.of("");
        }
    }

    private static void check(GraphBuilder graph, Set<ModuleInput> controlled, boolean silent, boolean finished, Problems problems) {
        GraphCheck check = new GraphCheck(graph, controlled, problems);
        check.checkShared();
        if (finished) {
            check.checkHeard(silent);
        }
        LoopCheck.check(graph, problems);
    }

    private static double tempo(Fields root, Values values) {
        return root.find("tempo").map(node -> {
            YamlNode number = node;
            if (node instanceof Text text && text.value().strip().toLowerCase(Locale.ROOT).endsWith(BEATS_PER_MINUTE)) {
                String written = text.value().strip();
                number = new Text(text.place(), written.substring(0, written.length() - BEATS_PER_MINUTE.length()).strip(), text.quoted(), false);
            }
            return values.number(number, TEMPO).orElse(PatchPlan.NORMAL_TEMPO);
        }).orElse((double) PatchPlan.NORMAL_TEMPO);
    }

    private static List<PartBuilder> parts(Fields root, PartReader reader, Problems problems) {
        Optional<YamlNode> node = root.find("parts");
        if (node.isEmpty()) {
            return List.of(reader.readOnly(root));
        }
        root.fields().stream().map(YamlNode.Field::key).filter(key -> PartReader.SECTIONS.contains(key.value())).forEach(key ->
                problems.error(key.place(), key.value() + " beside parts", "move it into one of the parts"));
        List<PartBuilder> parts = reader.readAll(node.get());
        if (parts.isEmpty() && !problems.hasErrors()) {
            problems.error(node.get().place(), "parts is empty", "describe one, or remove parts");
        }
        return parts;
    }

    private static GraphBuilder mix(Fields root, List<PartBuilder> parts, PartReader reader, Values values) {
        Set<String> names = new LinkedHashSet<>(Set.of(PatchPlan.VOICES));
        parts.forEach(part -> names.add(part.id()));
        Optional<Fields> fields = root.find("mix").flatMap(node -> values.fields(node, "mix", "give it modules and cables"));
        GraphBuilder mix = GraphBuilder.ofMix(fields.map(Fields::place).orElse(root.place()), names);
        fields.ifPresent(found -> {
            values.onlyKeys(found, "mix", List.of("modules", "cables"));
            reader.graph(mix, found);
        });
        return mix;
    }

    /** A controller's target would mean two ports. */
    private static void clashes(List<PartBuilder> parts, GraphBuilder mix, Problems problems) {
        for (GraphBuilder.PlacedModule placed : mix.modules().values()) {
            String id = placed.id();
            for (PartBuilder part : parts) {
                if (part.id().equals(id) || part.graph().modules().containsKey(id)) {
                    problems.error(placed.place(), id + " is there twice, in the mix and among the voices", "rename one");
                }
            }
        }
    }

    private static ControllersReader controllers(Fields root, List<PartBuilder> parts, GraphBuilder mix, Values values, Problems problems) {
        ControllersReader controllers = new ControllersReader(parts, mix, values, problems);
        boolean single = root.find("parts").isEmpty();
        root.find("controllers").ifPresent(node -> controllers.read(node, single ? parts.stream().findFirst() : Optional.empty()));
        root.find("parts").filter(Fields.class::isInstance).map(Fields.class::cast).ifPresent(fields -> {
            for (PartBuilder part : parts) {
                fields.find(part.id()).filter(Fields.class::isInstance).flatMap(node -> ((Fields) node).find("controllers"))
                        .ifPresent(node -> controllers.read(node, Optional.of(part)));
            }
        });
        return controllers;
    }
}
