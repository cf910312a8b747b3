package org.chronus.instrument.control.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.chronus.instrument.settings.Binding;
import org.chronus.modules.Input;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/** Which controllers set an input of a patch: those of its preset, and those that were learned. Immutable; any thread. */
final class PortBindings {
    private final PatchPlan plan;
    private final List<Binding> learned;

    PortBindings(PatchPlan plan, List<Binding> learned) {
        this.plan = plan;
        this.learned = learned;
    }

    /** Those of the preset by their numbers, then the others. */
    List<BoundController> of(String part, ModulePlan module, Input input) {
        ModuleInput target = module.input(input.symbol());
        List<BoundController> bound = new ArrayList<>();
        plan.parts().stream().filter(each -> part.equals(ModulePlaces.MIX) ? !has(each, target) : part.equals(each.id()))
                .flatMap(each -> ofPreset(each, target).stream()).distinct().forEach(bound::add);
        learned.stream().filter(binding -> binding.parameter().equals(target.toString()) || binding.parameter().equals(part + "/" + target))
                .map(binding -> BoundController.of(binding, PlayingPorts.rounded(input.minimum()), PlayingPorts.rounded(input.maximum())))
                .forEach(bound::add);
        return bound;
    }

    /** Every part binds what is in the mix, unless it has a module of that name itself. */
    private static boolean has(PartPlan part, ModuleInput target) {
        return part.graph().modules().stream().anyMatch(module -> module.id().equals(target.module()));
    }

    private static List<BoundController> ofPreset(PartPlan part, ModuleInput target) {
        List<BoundController> bound = new ArrayList<>();
        new TreeMap<>(part.controllers()).forEach((number, targets) -> targets.stream().filter(each -> each.target().equals(target))
                .map((ControllerPlan each) -> BoundController.of(number, each)).forEach(bound::add));
        return bound;
    }
}
