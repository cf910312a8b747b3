package org.chronus.presets.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.PortNumber;

/**
 * A preset that is edited step by step: modules, cables and values are added and removed, and at any moment it is the text of a file, which
 * the reader checks like any other. So every refusal has the reader's words. A draft may lack what it needs to be heard.
 *
 * <p>Immutable: an edit makes another one, and one that is refused leaves everything as it was. Any thread but the audio thread.
 */
public final class PresetDraft {
    private static final String MIX = "mix", DRAFT = "draft";
    private static final List<String> HEAD = List.of("chronus", "name", "level", "tempo", "hold", "transition", "silent", "voices", "players");
    private static final List<String> OF_A_PART = List.of("keys", "channel", "transpose", "level", "pedals", "voices", "players");
    private static final String STEP = "  ";

    private final PresetReader reader;
    /** What is written at the top besides modules, cables, parts and mix. */
    private final Map<String, YamlNode> head;
    /** By part, in a preset that names its parts; else empty. */
    private final Map<String, Fields> parts;
    /** By part, and the mix. */
    private final Map<String, DraftGraph> graphs;

    private PresetDraft(PresetReader reader, Map<String, YamlNode> head, Map<String, Fields> parts, Map<String, DraftGraph> graphs) {
        this.reader = reader;
        this.head = head;
        this.parts = parts;
        this.graphs = graphs;
    }

    /** One with nothing in it but a name. */
    public static PresetDraft begin(PresetReader reader, String name) {
        Map<String, YamlNode> head = new LinkedHashMap<>();
        head.put("chronus", word("1"));
        head.put("name", word(name));
        Map<String, DraftGraph> graphs = new LinkedHashMap<>();
        graphs.put(PatchPlan.VOICES, DraftGraph.empty());
        graphs.put(MIX, DraftGraph.empty());
        return new PresetDraft(reader, head, Map.of(), graphs);
    }

    /** One that begins as a preset is; refused as the preset would be. Its comments are lost. */
    public static ReadResult<PresetDraft> of(PresetReader reader, PresetFile file) {
        ReadResult<Preset> preset = reader.read(file.text(), file.file());
        if (preset.found().isEmpty()) {
            return preset.withoutValue();
        }
        Fields root = (Fields) YamlTree.read(file.text(), new Problems(file.file(), file.text())).orElseThrow();
        Map<String, YamlNode> head = new LinkedHashMap<>();
        Map<String, Fields> parts = new LinkedHashMap<>();
        Map<String, DraftGraph> graphs = new LinkedHashMap<>();
        head.put("chronus", word("1"));
        head.put("name", word(preset.value().name()));
        root.fields().stream().filter(field -> !List.of("modules", "cables", "parts", MIX).contains(field.key().value()))
                .forEach(field -> head.put(field.key().value(), field.value()));
        Optional<Fields> sections = root.find("parts").map(Fields.class::cast);
        if (sections.isPresent()) {
            for (Field part : sections.get().fields()) {
                parts.put(part.key().value(), (Fields) part.value());
                graphs.put(part.key().value(), DraftGraph.of((Fields) part.value()));
            }
        } else {
            graphs.put(PatchPlan.VOICES, DraftGraph.of(root));
        }
        graphs.put(MIX, root.find(MIX).map(mix -> DraftGraph.of((Fields) mix)).orElseGet(DraftGraph::empty));
        return ReadResult.of(new PresetDraft(reader, head, parts, graphs));
    }

    /** What it calls itself. */
    public String name() {
        return ((Text) head.get("name")).value();
    }

    /** The same under another name. */
    public ReadResult<PresetDraft> named(String name) {
        Map<String, YamlNode> renamed = new LinkedHashMap<>(head);
        renamed.put("name", word(name));
        return checked(new PresetDraft(reader, renamed, parts, graphs));
    }

    /** With one more module: {@code osc1}, {@code mix/echo}, or, where there are several parts, {@code part/osc1}. */
    public ReadResult<PresetDraft> create(String place, String type) {
        String id = DraftGraphFinder.id(place);
        return in(place, "").inGraph(graph -> {
            if (graph.modules().containsKey(id)) {
                return Optional.of(ReadResult.refused(DRAFT, id + " is there already", "delete it first, or choose another name"));
            }
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("type", type);
            graph.modules().put(id, settings);
            return Optional.empty();
        });
    }

    /** Without a module, its cables and what controllers did to it. */
    public ReadResult<PresetDraft> delete(String place) {
        String id = DraftGraphFinder.id(place);
        DraftGraphFinder found = in(place, "");
        return found.inGraph(graph -> {
            if (graph.modules().remove(id) == null) {
                return Optional.of(ReadResult.refused(DRAFT, "there is no module \"" + Problems.quote(id) + "\"",
                        NameSuggestion.cure(id, graph.modules().keySet())));
            }
            graph.cables().removeIf(cable -> cable.touches(id));
            return Optional.empty();
        }, DraftControllers.without(found.name(), id, head, parts));
    }

    /**
     * With a cable, or with another amount on the one that lies there.
     *
     * @param source a word, or several with {@code *} between them
     * @param amount as a file has it, with its unit; empty for none
     */
    public ReadResult<PresetDraft> connect(String source, String target, String amount) {
        if (source.contains("->") || source.contains(",") || target.contains("->") || amount.contains("->") || amount.contains(",")) {
            return ReadResult.refused(DRAFT, "one cable at a time", "name one source, one target and one amount");
        }
        return in(target, source).inGraph(graph -> {
            graph.connect(DraftCable.of(DraftGraphFinder.bare(source), amount, DraftGraphFinder.id(target)));
            return Optional.empty();
        });
    }

    /** Without a cable. */
    public ReadResult<PresetDraft> disconnect(String source, String target) {
        DraftCable gone = DraftCable.of(DraftGraphFinder.bare(source), "", DraftGraphFinder.id(target));
        return in(target, source).inGraph(graph -> graph.cables().removeIf(gone::isBeside) ? Optional.empty()
                : Optional.of(ReadResult.refused(DRAFT, "there is no cable " + Problems.quote(gone.line()),
                        graph.cables().isEmpty() ? "there is none at all" : "there are " + String.join(", ", graph.lines()))));
    }

    /** With a value, or a choice, of a module, written as a file has it. */
    public ReadResult<PresetDraft> set(String place, String key, String value) {
        String id = DraftGraphFinder.id(place);
        return in(place, "").inGraph(graph -> {
            if (!graph.modules().containsKey(id)) {
                return Optional.of(ReadResult.refused(DRAFT, "there is no module \"" + Problems.quote(id) + "\"",
                        NameSuggestion.cure(id, graph.modules().keySet())));
            }
            graph.modules().get(id).put(key, value);
            return Optional.empty();
        });
    }

    /** With the value of an input of that module, in its own unit and within its range. */
    public ReadResult<PresetDraft> set(String place, PortNames.Named port, float value) {
        DraftGraphFinder found = in(place, "");
        String id = DraftGraphFinder.id(place), symbol = port.input().symbol(), text = PortNumber.text(value, port.input().unit());
        Optional<DraftGraph> graph = found.graph().filter(known -> known.modules().containsKey(id));
        if (graph.isEmpty()) {
            return set(place, symbol, text);
        }
        // A number that its port takes needs no check, and a sweep is a thousand of them.
        DraftGraph copy = graph.get().copy();
        copy.modules().get(id).put(symbol, text);
        return ReadResult.of(replaced(found.name(), copy, DraftControllers.Heads.UNCHANGED));
    }

    /** The type of a module; nothing if there is no such module, or several. */
    public Optional<String> type(String place) {
        Map<String, String> settings = in(place, "").graph().map(graph -> graph.modules().get(DraftGraphFinder.id(place))).orElse(null);
        return Optional.ofNullable(settings).map(found -> found.get("type"));
    }

    /** What ports are called in it. */
    public PortNames ports() {
        return new PortNames(reader.catalog());
    }

    /** The preset that it is by now; refused if it cannot be heard yet. */
    public ReadResult<Preset> read() {
        return reader.read(text(), name());
    }

    /** The text of a preset file. */
    public String text() {
        DraftText text = new DraftText();
        HEAD.stream().filter(head::containsKey).forEach(key -> text.field("", key, head.get(key)));
        if (parts.isEmpty()) {
            text.graph("", graphs.get(PatchPlan.VOICES));
        } else {
            text.heading("", "parts");
            parts.forEach((id, part) -> {
                text.heading(STEP, id);
                OF_A_PART.forEach(key -> part.find(key).ifPresent(value -> text.field(STEP + STEP, key, value)));
                text.graph(STEP + STEP, graphs.get(id));
                part.find("controllers").ifPresent(controllers -> text.block(STEP + STEP, "controllers", controllers));
            });
        }
        if (!graphs.get(MIX).isEmpty()) {
            text.heading("", MIX);
            text.graph(STEP, graphs.get(MIX));
        }
        if (head.containsKey("controllers")) {
            text.block("", "controllers", head.get("controllers"));
        }
        return text.toString();
    }

    private DraftGraphFinder in(String place, String source) {
        return new DraftGraphFinder(this, graphs, place, source);
    }

    /** The same with another graph in the place of one, and what else has changed. */
    ReadResult<PresetDraft> with(String name, DraftGraph graph, DraftControllers.Heads heads) {
        return checked(replaced(name, graph, heads));
    }

    private PresetDraft replaced(String name, DraftGraph graph, DraftControllers.Heads heads) {
        Map<String, DraftGraph> changed = new LinkedHashMap<>(graphs);
        changed.put(name, graph);
        return new PresetDraft(reader, heads.head().orElse(head), heads.parts().orElse(parts), changed);
    }

    private ReadResult<PresetDraft> checked(PresetDraft edited) {
        List<Problem> problems = reader.checkDraft(edited.text(), DRAFT);
        boolean good = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        return new ReadResult<>(good ? edited : null, problems);
    }

    private static Text word(String value) {
        return new Text(TextPosition.WHOLE_FILE, value, false, false);
    }
}
