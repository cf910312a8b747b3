package org.chronus.modules.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.chronus.modules.patch.Probe.Listener;
import org.chronus.modules.patch.Probe.Place;
import org.chronus.modules.patch.Probe.Width;
import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;

/** The outputs of a patch at which a {@link Probe} can be, and the probe that is at one of them. Built by the loader. */
public final class ProbePoints {
    private final Map<Place, Function<Listener, Probe>> points = new LinkedHashMap<>();
    private volatile Probe wanted;
    private Probe present;

    /** A part; of one that an instrument plays, only its sound can be heard. */
    void addPart(Part part, PartBlueprints blueprints, Graph shared, VoiceGroup[] groups) {
        String id = part.plan().id();
        addGraph(id, Width.SHARED, blueprints.shared(), List.of(shared));
        addGraph(id, Width.VOICES, blueprints.voices(), Stream.of(groups).map(group -> group.graph).toList());
        points.put(new Place(id, new Source.PartOutput(id)), listener -> new Probe(listener, part.stereo()));
    }

    /** The modules of a graph, of which there may be several instances. Only those outputs that some cable reads are worked out. */
    void addGraph(String name, Width width, GraphBlueprint blueprint, List<Graph> graphs) {
        for (int i = 0; i < blueprint.ordered().size(); i++) {
            GraphNode node = blueprint.ordered().get(i);
            if (node instanceof ModulePlan) {
                int module = i;
                List<Source> outputs = node.outputs();
                for (int j = 0; j < outputs.size(); j++) {
                    int port = j;
                    if (blueprint.isRead(outputs.get(j))) {
                        points.put(new Place(name, outputs.get(j)), listener -> new Probe(listener, width, graphs, module, port));
                    }
                }
            }
        }
    }

    /** [any thread] In the order in which they run, parts after their modules. */
    public List<Place> places() {
        return new ArrayList<>(points.keySet());
    }

    /** [any thread] From the next frames on the listener hears what is there, one of {@link #places}, and nobody else does. */
    public void listen(Place place, Listener listener) {
        wanted = points.get(place).apply(listener);
    }

    /** [any thread] From the next frames on nobody listens. */
    public void end() {
        wanted = null;
    }

    /** [audio] These frames begin. */
    void begin(int start, int limit) {
        Probe now = wanted;
        if (now != present) {
            if (present != null) {
                present.detach();
            }
            if (now != null) {
                now.attach();
            }
            present = now;
        }
        if (present != null) {
            present.begin(start, limit);
        }
    }

    /** [audio] These frames are complete. */
    void finish(int start, int limit) {
        if (present != null) {
            present.finish(start, limit);
        }
    }
}
