package org.chronus.instrument.control.ports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.modules.patch.Probe;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;

/**
 * The outputs of a patch that played when it was looked at, by name, for those who want to hear one: {@code osc1.out}, or
 * {@code bass/osc1.out} if several parts have a module of that name; {@code bass} is the sound of that part before the mix. Immutable; any thread
 * but the audio thread.
 */
public final class PlayingOutputs {
    /** Those of no patch. */
    public static final PlayingOutputs NONE = new PlayingOutputs(null);

    private final PrimedPatch patch;
    private final Map<String, Probe.Place> places = new LinkedHashMap<>();

    /** Of none if it is null. */
    PlayingOutputs(PrimedPatch patch) {
        this.patch = patch;
        if (patch != null) {
            List<Probe.Place> known = patch.patch().probes().places();
            ModulePlaces names = new ModulePlaces(patch.preset().plan());
            for (ModulePlaces.Graph graph : names.graphs()) {
                for (ModulePlan module : graph.modules()) {
                    for (Source output : module.outputs()) {
                        add(names.of(graph, module) + output.toString().substring(module.id().length()), new Probe.Place(graph.part(), output), known);
                    }
                }
                add(graph.part(), new Probe.Place(graph.part(), new Source.PartOutput(graph.part())), known);
            }
        }
    }

    private void add(String name, Probe.Place place, List<Probe.Place> known) {
        if (known.contains(place)) {
            places.put(name, place);
        }
    }

    /** Those of the patch that plays now. */
    public static PlayingOutputs of(Instrument instrument) {
        return new PlayingOutputs(instrument.engine().stats().playing());
    }

    /** Their names, in the order of the preset; what no cable reads is not worked out, and not among them. */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** True if this patch plays yet. */
    public boolean areStill(Instrument instrument) {
        return patch == instrument.engine().stats().playing();
    }

    /** From the next frames on the listener hears one of {@link #names}; who listened before does not. The sound stays as it is. */
    public void listen(String name, Probe.Listener listener) {
        patch.patch().probes().listen(places.get(name), listener);
    }

    /** Nobody listens any more. */
    public void end() {
        if (patch != null) {
            patch.patch().probes().end();
        }
    }
}
