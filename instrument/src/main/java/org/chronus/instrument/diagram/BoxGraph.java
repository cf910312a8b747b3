package org.chronus.instrument.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.Input;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;

/**
 * The boxes and cables of one part, or of the mix. A module shows the ports that have a value, a cable or a controller, and no others. Complete once
 * made; one thread.
 */
final class BoxGraph {
    private static final String OUT = "out", NOTE = "note";

    private final GraphPlan graph;
    private final Map<Integer, List<ControllerPlan>> controllers;
    private final Map<String, Box> sources = new LinkedHashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();

    /** @param controllers by number; those of other graphs do not count */
    BoxGraph(GraphPlan graph, Map<Integer, List<ControllerPlan>> controllers) {
        this.graph = graph;
        this.controllers = controllers;
        graph.cables().stream().flatMap(cable -> cable.sources().stream()).filter(source -> !(source instanceof Source.ModuleOutput))
                .filter(CableWords::isFromABox).forEach(this::beginning);
        graph.modules().forEach(module -> sources.put(module.id(), add(new Box(module.id(), type(module), module.type().meaning(),
                outputs(new ArrayList<>(module.type().shape().outputs().keySet()), module.id())))));
        graph.modules().forEach(this::rows);
        ends();
    }

    /** A plugin that plays a part by itself. */
    static BoxGraph of(ModulePlan instrument, Map<Integer, List<ControllerPlan>> controllers) {
        return new BoxGraph(new GraphPlan(List.of(instrument), List.of()), controllers);
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Cable> cables() {
        return cables;
    }

    private Box add(Box box) {
        boxes.add(box);
        return box;
    }

    private static String type(ModulePlan module) {
        return module.type().name() + (module.perPatch() ? ", per patch" : "");
    }

    /** What comes from outside the graph. */
    private void beginning(Source source) {
        String name = name(source);
        if (!sources.containsKey(name)) {
            sources.put(name, add(switch (source) {
                case Source.AudioInput _ -> new Box(name, "", "the audio input", List.of(OUT));
                case Source.AllParts _ -> new Box(name, "", "all parts", List.of(OUT));
                default -> new Box(name, "", "a part", List.of(OUT));
            }));
        }
    }

    private static String name(Source source) {
        return source instanceof Source.ModuleOutput output ? output.module() : source.toString();
    }

    /** Those that are cabled, in their order. */
    private List<String> outputs(List<String> all, String module) {
        Set<String> used = new LinkedHashSet<>();
        graph.cables().stream().flatMap(cable -> cable.sources().stream()).forEach(source -> {
            if (source instanceof Source.ModuleOutput(String from, String port) && from.equals(module)) {
                used.add(port);
            }
        });
        return all.stream().filter(used::contains).toList();
    }

    private void rows(ModulePlan module) {
        Box box = sources.get(module.id());
        module.choices().keySet().stream().sorted()
                .forEach(symbol -> box.add(new Box.Row(symbol + " " + module.choices().get(symbol), Box.About.PORT)));
        for (Input input : module.type().shape().inputs().values()) {
            Target target = module.input(input.symbol());
            List<CablePlan> cabled = to(target);
            List<String> moved = moved(target, input.unit());
            if (module.values().containsKey(input.symbol()) || !cabled.isEmpty() || !moved.isEmpty()) {
                String value = module.values().containsKey(input.symbol())
                        ? " " + CableWords.value(module.values().get(input.symbol()), input.unit()) : "";
                port(box, input.symbol() + value, cabled, CableWords.unit(target, input.unit()));
                moved.forEach(text -> box.add(new Box.Row(text, Box.About.CONTROLLER)));
            }
        }
    }

    private List<CablePlan> to(Target target) {
        return graph.cables().stream().filter(cable -> cable.target().equals(target)).toList();
    }

    /** What controllers do to a port. */
    private List<String> moved(Target target, Unit unit) {
        List<String> texts = new ArrayList<>();
        controllers.keySet().stream().sorted().forEach(number -> controllers.get(number).stream().filter(each -> each.target().equals(target))
                .map(each -> "cc." + number + ": " + CableWords.value(each.low(), unit) + " .. " + CableWords.value(each.high(), unit))
                .filter(text -> !texts.contains(text)).forEach(texts::add));
        return texts;
    }

    private void port(Box box, String text, List<CablePlan> cabled, Unit unit) {
        int port = box.add(new Box.Row(text, Box.About.PORT));
        for (CablePlan cable : cabled) {
            List<Cable.End> ends = cable.sources().stream().filter(CableWords::isFromABox)
                    .map(source -> new Cable.End(sources.get(name(source)),
                            source instanceof Source.ModuleOutput output ? output.port() : OUT)).toList();
            boolean named = !CableWords.isPlain(cable) || ends.isEmpty();
            int row = named ? box.add(new Box.Row(CableWords.product(cable, unit), Box.About.CABLE)) : port;
            cables.add(new Cable(CableWords.whole(cable, unit), box, row, named, ends));
        }
    }

    /** Where the graph ends; and the pitch of notes, if something is cabled to that. */
    private void ends() {
        List<CablePlan> pitch = to(new Target.NotePitch());
        if (!pitch.isEmpty()) {
            port(add(new Box(NOTE, "of the voice", "the pitch of the voice's note", List.of())), "pitch", pitch, Unit.SEMITONES);
        }
        if (graph.cables().stream().anyMatch(cable -> cable.target() instanceof Target.Out)) {
            Box out = add(new Box(OUT, "", "where this ends", List.of()));
            for (Target.Out side : Target.Out.values()) {
                List<CablePlan> cabled = to(side);
                if (!cabled.isEmpty()) {
                    port(out, side == Target.Out.MIX ? "both sides" : side.toString().substring(OUT.length() + 1), cabled, Unit.GAIN);
                }
            }
        }
    }
}
