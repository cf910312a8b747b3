package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.presets.text.TextPosition;

/** The modules and cables of a part or of the mix while they are being read. For the one thread that reads the file. */
public final class GraphBuilder {
    /** A bound on what a damaged or hostile file can ask for. */
    static final int MOST_MODULES = 256;
    static final int MOST_CABLES = 4_096;

    /** A module and its position in the file; without a plan if its type is wrong, which was reported. */
    public record PlacedModule(String id, Optional<ModulePlan> plan, TextPosition place) { }

    /** A cable and its position in the file. */
    record PlacedCable(CablePlan plan, TextPosition place) { }

    private final TextPosition place;
    private final Set<String> parts;
    private final Map<String, PlacedModule> modules = new LinkedHashMap<>();
    private final List<PlacedCable> cables = new ArrayList<>();
    private final boolean instrument;
    private boolean incomplete;

    private GraphBuilder(TextPosition place, Set<String> parts, boolean instrument) {
        this.place = place;
        this.parts = parts;
        this.instrument = instrument;
    }

    /** What a voice consists of. */
    public static GraphBuilder ofVoice(TextPosition place) {
        return new GraphBuilder(place, Set.of(), false);
    }

    /** @param parts every name that the mix has for what parts send it, at least one */
    public static GraphBuilder ofMix(TextPosition place, Set<String> parts) {
        return new GraphBuilder(place, parts, false);
    }

    /** The one module that plays a part in the place of voices. */
    public static GraphBuilder ofInstrument(TextPosition place) {
        return new GraphBuilder(place, Set.of(), true);
    }

    /** True if its only module plays a part. */
    public boolean isInstrument() {
        return instrument;
    }

    TextPosition place() {
        return place;
    }

    boolean isMix() {
        return !parts.isEmpty();
    }

    /** The names of parts in a mix; empty for a voice. */
    Set<String> parts() {
        return parts;
    }

    /** By id, as written. */
    public Map<String, PlacedModule> modules() {
        return modules;
    }

    /** As written. */
    public List<PlacedCable> cables() {
        return cables;
    }

    /** A cable was refused, so that a module that reaches no output may be a consequence of that. */
    void markIncomplete() {
        incomplete = true;
    }

    /** True if cables are missing, or may be, because of errors that were reported. */
    boolean isIncomplete() {
        return incomplete || modules.values().stream().anyMatch(placed -> placed.plan().isEmpty());
    }

    /** The modules whose types are right, as written. */
    public List<ModulePlan> plans() {
        return modules.values().stream().flatMap(placed -> placed.plan().stream()).toList();
    }

    public GraphPlan plan() {
        return new GraphPlan(plans(), cables.stream().map(PlacedCable::plan).toList());
    }
}
