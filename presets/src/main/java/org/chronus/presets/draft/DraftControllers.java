package org.chronus.presets.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.presets.graph.PortWord;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/** Removes a deleted module from the controllers of a draft. Stateless; any thread. */
final class DraftControllers {
    private static final String KEY = "controllers", MIX = "mix";

    /** What has changed at the top of a preset, and in its parts. */
    record Heads(Optional<Map<String, YamlNode>> head, Optional<Map<String, Fields>> parts) {
        static final Heads UNCHANGED = new Heads(Optional.empty(), Optional.empty());
    }

    /**
     * The module that is deleted.
     *
     * @param graph its part, or the mix
     * @param isOwn true if its ports may be named without the part
     */
    private record Deleted(String graph, String id, boolean isOwn) {
        boolean has(String target) {
            return PortWord.ofController(target).filter(word -> word.module().equals(id) && word.part().map(graph::equals).orElse(isOwn)).isPresent();
        }
    }

    private DraftControllers() { }

    /** What is left of controllers without a module of a part, or of the mix. */
    static Heads without(String graph, String id, Map<String, YamlNode> head, Map<String, Fields> parts) {
        Map<String, YamlNode> newHead = new LinkedHashMap<>(head);
        Map<String, Fields> newParts = new LinkedHashMap<>();
        boolean single = parts.isEmpty();
        if (head.containsKey(KEY)) {
            without(head.get(KEY), new Deleted(graph, id, single || graph.equals(MIX)))
                    .ifPresentOrElse(left -> newHead.put(KEY, left), () -> newHead.remove(KEY));
        }
        parts.forEach((name, part) -> {
            Deleted module = new Deleted(graph, id, name.equals(graph) || graph.equals(MIX));
            newParts.put(name, new Fields(part.place(), part.fields().stream().flatMap(field -> !field.key().value().equals(KEY)
                    ? Stream.of(field) : without(field.value(), module).map(left -> new Field(field.key(), left)).stream()).toList()));
        });
        return new Heads(Optional.of(newHead), Optional.of(newParts));
    }

    /** Without what is for a port of the module; nothing if nothing is left. */
    private static Optional<YamlNode> without(YamlNode node, Deleted module) {
        return switch (node) {
            case Text word -> Optional.of(word);
            case Items items -> {
                List<YamlNode> left = items.nodes().stream().flatMap(item -> without(item, module).stream()).toList();
                yield left.isEmpty() ? Optional.empty() : Optional.of(new Items(items.place(), left, items.inBrackets()));
            }
            case Fields fields -> {
                boolean gone = fields.find("to").filter(to -> to instanceof Text target && module.has(target.value())).isPresent();
                List<Field> left = fields.fields().stream().flatMap(field ->
                        without(field.value(), module).map(value -> new Field(field.key(), value)).stream()).toList();
                yield gone || left.isEmpty() ? Optional.empty() : Optional.of(new Fields(fields.place(), left));
            }
        };
    }
}
