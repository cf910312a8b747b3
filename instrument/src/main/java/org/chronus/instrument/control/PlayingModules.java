package org.chronus.instrument.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.preset.Preset;

/** Finds modules of the patch that plays: {@code osc1}, {@code part/osc1}, {@code mix/echo}. */
final class PlayingModules {
    private static final String MIX = "mix";

    /** A module and its part; nothing for the mix. */
    record Found(ModulePlan module, Optional<PartPlan> part) { }

    private PlayingModules() { }

    /** All that the word may mean; an id that several parts have means each of them. */
    static List<Found> find(Optional<Preset> preset, String place) {
        List<Found> found = new ArrayList<>();
        preset.ifPresent(playing -> {
            for (PartPlan part : playing.plan().parts()) {
                Stream.concat(part.graph().modules().stream(), part.instrument().stream()).filter(module -> is(place, part.id(), module))
                        .forEach(module -> found.add(new Found(module, Optional.of(part))));
            }
            playing.plan().mix().modules().stream().filter(module -> is(place, MIX, module))
                    .forEach(module -> found.add(new Found(module, Optional.empty())));
        });
        return found;
    }

    /** The types of other people's plugins that it has, each once. */
    static List<String> plugins(Optional<Preset> preset) {
        return preset.stream().flatMap(playing -> Stream.concat(playing.plan().mix().modules().stream(), playing.plan().parts().stream()
                .flatMap(part -> Stream.concat(part.graph().modules().stream(), part.instrument().stream()))))
                .map(module -> module.type().name()).filter(type -> type.indexOf(':') > 0).distinct().toList();
    }

    /** What there is instead, for a refusal. */
    static Refused none(Optional<Preset> preset, String place) {
        List<String> ids = new ArrayList<>();
        preset.ifPresent(playing -> {
            playing.plan().parts().forEach(part -> Stream.concat(part.graph().modules().stream(), part.instrument().stream())
                    .forEach(module -> ids.add(module.id())));
            playing.plan().mix().modules().forEach(module -> ids.add(module.id()));
        });
        return new Refused("there is no module " + place, ids.isEmpty() ? "nothing plays yet"
                : "what plays has " + String.join(", ", ids.stream().distinct().limit(24).toList()));
    }

    private static boolean is(String place, String graph, ModulePlan module) {
        return place.equals(module.id()) || place.equals(graph + "/" + module.id());
    }
}
