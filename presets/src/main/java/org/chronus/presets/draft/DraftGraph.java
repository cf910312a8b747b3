package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/**
 * The modules and cables of one part, or of the mix, of a draft. Mutable until its editor has done with it; one thread.
 *
 * @param modules by id, what is written behind it; in the order of the file
 */
record DraftGraph(Map<String, Map<String, String>> modules, List<DraftCable> cables) {
    static DraftGraph empty() {
        return new DraftGraph(new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Of a section that was found good. */
    static DraftGraph of(Fields section) {
        DraftGraph graph = empty();
        section.find("modules").filter(Fields.class::isInstance).map(Fields.class::cast).ifPresent(modules -> {
            for (Field module : modules.fields()) {
                Map<String, String> settings = new LinkedHashMap<>();
                ((Fields) module.value()).fields().forEach(setting -> settings.put(setting.key().value(), ((Text) setting.value()).value()));
                graph.modules.put(module.key().value(), settings);
            }
        });
        section.find("cables").filter(Items.class::isInstance).map(Items.class::cast).ifPresent(cables ->
                cables.nodes().forEach(line -> graph.cables.addAll(DraftCable.parse((Text) line))));
        return graph;
    }

    /** One that may be edited. */
    DraftGraph copy() {
        DraftGraph copy = new DraftGraph(new LinkedHashMap<>(), new ArrayList<>(cables));
        modules.forEach((id, settings) -> copy.modules.put(id, new LinkedHashMap<>(settings)));
        return copy;
    }

    boolean isEmpty() {
        return modules.isEmpty() && cables.isEmpty();
    }

    /** Lays a cable; one between the same ports gives way. */
    void connect(DraftCable cable) {
        for (int i = 0; i < cables.size(); i++) {
            if (cables.get(i).isBeside(cable)) {
                cables.set(i, cable);
                return;
            }
        }
        cables.add(cable);
    }

    /** As lines: what follows upon a cable is written behind it. */
    List<String> lines() {
        List<DraftCable> left = new ArrayList<>(cables);
        List<String> lines = new ArrayList<>();
        while (!left.isEmpty()) {
            DraftCable end = left.removeFirst();
            StringBuilder line = new StringBuilder(end.line());
            for (int next = next(left, end); next >= 0; next = next(left, end)) {
                end = left.remove(next);
                line.append(" -> ").append(end.target());
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static int next(List<DraftCable> cables, DraftCable before) {
        for (int i = 0; i < cables.size(); i++) {
            if (cables.get(i).continues(before)) {
                return i;
            }
        }
        return -1;
    }
}
