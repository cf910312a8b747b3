package org.chronus.instrument.control.ports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.control.ports.PatchView.ModuleView;
import org.chronus.instrument.control.ports.PatchView.PartView;
import org.chronus.instrument.control.ports.PatchView.PortView;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.settings.Binding;
import org.chronus.modules.Input;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/**
 * The inputs of a patch that played when it was looked at, and where they are as long as it plays. Values are read from what the audio thread
 * goes by, whoever has set them: a request, a learned knob, or a controller of the preset. Immutable; any thread but the audio thread.
 */
public final class PlayingPorts {
    /** That there are before anything plays. */
    public static final PlayingPorts NONE = new PlayingPorts();

    private static final MathContext DIGITS = new MathContext(6);
    private static final int UNKNOWN = ParameterNames.MOST;

    private final PatchView view;
    private final List<Binding> learned;
    /** The numbers of all inputs, in the order of the view. */
    private final List<Integer> numbers = new ArrayList<>();

    private PlayingPorts() {
        view = PatchView.NOTHING;
        learned = List.of();
    }

    private PlayingPorts(Instrument instrument, PrimedPatch patch) {
        learned = instrument.bindings().all();
        PatchPlan plan = patch.preset().plan();
        PortBindings bindings = new PortBindings(plan, learned);
        ModulePlaces places = new ModulePlaces(plan);
        List<String> outputs = new PlayingOutputs(patch).names();
        List<PartView> parts = new ArrayList<>();
        for (ModulePlaces.Graph graph : places.graphs()) {
            List<ModuleView> modules = new ArrayList<>();
            for (ModulePlan module : graph.modules()) {
                String place = places.of(graph, module);
                List<PortView> ports = new ArrayList<>();
                for (Input input : module.type().shape().inputs().values()) {
                    if (input.isBounded()) {
                        int number = instrument.engine().parameters().find(place + "." + input.symbol()).orElse(UNKNOWN);
                        ports.add(port(patch, number, module, input, bindings.of(graph.part(), module, input)));
                        numbers.add(number);
                    }
                }
                modules.add(new ModuleView(place, module.id(), module.type().name(), module.type().meaning(), ports,
                        outputs.stream().filter(output -> output.startsWith(place + ".")).toList()));
            }
            parts.add(new PartView(graph.part(), modules));
        }
        view = new PatchView(patch.generation(), patch.preset().name(), parts);
    }

    private static PortView port(PrimedPatch patch, int number, ModulePlan module, Input input, List<BoundController> bound) {
        return new PortView(input.symbol(), rounded(patch.value(number)), rounded(patch.initial(number)), rounded(input.minimum()),
                rounded(input.maximum()), input.unit().symbol(), input.isLogarithmic(), input.meaning(),
                module.follows(input) ? input.follows().orElseThrow().toString() : "", bound);
    }

    /** Those of the patch that plays now. */
    public static PlayingPorts of(Instrument instrument) {
        PrimedPatch patch = instrument.engine().stats().playing();
        return patch == null ? NONE : new PlayingPorts(instrument, patch);
    }

    /** All that there is to say. */
    public PatchView view() {
        return view;
    }

    /** True if this patch plays yet, or no other does, and the same controllers are bound. */
    public boolean areStill(Instrument instrument) {
        PrimedPatch patch = instrument.engine().stats().playing();
        return patch == null || patch.generation() == view.patch() && instrument.bindings().all() == learned;
    }

    /** Where they are now; no values if another patch plays. */
    public PatchView.Values values(Instrument instrument) {
        PrimedPatch patch = instrument.engine().stats().playing();
        List<Double> values = patch == null || patch.generation() != view.patch() ? List.of()
                : numbers.stream().map(number -> rounded(patch.value(number))).toList();
        return new PatchView.Values(view.patch(), values, instrument.learner().wanted().orElse(""));
    }

    /** What logarithms and single precision leave of a number; 0 for none. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
    }
}
