package org.chronus.presets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.patch.PatchPlan.CablePlan;
import org.chronus.modules.patch.PatchPlan.GraphPlan;
import org.chronus.modules.patch.PatchPlan.ModulePlan;

/** The modules and cables of a part or of the mix while they are being read. For the one thread that reads the file. */
final class Graph {
    /** A bound on what a damaged or hostile file can ask for. */
    static final int MOST_MODULES = 256;
    static final int MOST_CABLES = 4_096;

    /** A module where it is written; without a shape if its type is wrong, which was reported. */
    record Placed(ModulePlan plan, Optional<ModuleShape> shape, Place place) { }

    /** A cable where it is written. */
    record Laid(CablePlan plan, Place place) { }

    private final Place place;
    private final Set<String> parts;
    private final Map<String, Placed> modules = new LinkedHashMap<>();
    private final List<Laid> cables = new ArrayList<>();
    private boolean incomplete;

    private Graph(Place place, Set<String> parts) {
        this.place = place;
        this.parts = parts;
    }

    /** What a voice consists of. */
    static Graph ofVoice(Place place) {
        return new Graph(place, Set.of());
    }

    /** @param parts every name that the mix has for what parts send it, at least one */
    static Graph ofMix(Place place, Set<String> parts) {
        return new Graph(place, parts);
    }

    Place place() {
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
    Map<String, Placed> modules() {
        return modules;
    }

    /** As written. */
    List<Laid> cables() {
        return cables;
    }

    /** A cable was refused, so that what is not reached may well have been meant to be. */
    void miss() {
        incomplete = true;
    }

    /** True if cables are missing, or may be, because of errors that were reported. */
    boolean isIncomplete() {
        return incomplete || modules.values().stream().anyMatch(placed -> placed.shape().isEmpty());
    }

    GraphPlan plan() {
        return new GraphPlan(modules.values().stream().map(Placed::plan).toList(), cables.stream().map(Laid::plan).toList());
    }

    /** {@code filter} of {@code filter.cutoff}. */
    static String moduleOf(String port) {
        int dot = port.indexOf('.');
        return dot < 0 ? port : port.substring(0, dot);
    }
}
