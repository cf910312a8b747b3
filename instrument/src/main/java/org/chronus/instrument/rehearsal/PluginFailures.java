package org.chronus.instrument.rehearsal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.hosting.isolation.PluginStrikes;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/** Whether plugins of a patch fail in their processes from a moment on. Immutable; any thread but audio. */
record PluginFailures(Map<String, String> before) {
    private static final PluginStrikes STRIKES = new PluginStrikes(System.getenv());

    /** From now on. */
    static PluginFailures of(PatchPlan plan) {
        Stream<ModulePlan> voices = plan.parts().stream().flatMap(part -> Stream.concat(part.graph().modules().stream(), part.instrument().stream()));
        return new PluginFailures(Stream.concat(plan.mix().modules().stream(), voices).map(module -> module.type().name())
                .filter(type -> type.indexOf(':') > 0).distinct().collect(Collectors.toMap(Function.identity(), PluginFailures::strikes)));
    }

    private static String strikes(String type) {
        return STRIKES.of(type).orElse("");
    }

    /** The first that has failed since. */
    Optional<String> since() {
        return before.keySet().stream().filter(type -> !strikes(type).equals(before.get(type))).sorted().findFirst()
                .map(type -> type + ": " + strikes(type));
    }
}
