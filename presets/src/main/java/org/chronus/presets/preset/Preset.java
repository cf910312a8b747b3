package org.chronus.presets.preset;

import java.util.List;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.tuning.Tuning;

/**
 * A sound, read and checked. Immutable; any thread.
 *
 * @param name        as the player sees it
 * @param tags        words by which it is found; the first is its kind
 * @param plan        what the loader builds
 * @param transition  what becomes of the preset before it
 * @param holdSeconds how long that one may ring after its last release, in seconds, 0 .. 600
 * @param silent      true if it may make no sound on a test note
 * @param origin      the file that it came from
 * @param tuning      of its keys, or null for that of the instrument
 * @param primeSeconds how long it may take to be made ready, if that is longer than usual
 * @param source      the text that it was read from, and how that was adjusted
 */
public record Preset(String name, List<String> tags, PatchPlan plan, Transition transition, double holdSeconds, boolean silent, String origin,
                     Tuning tuning, double primeSeconds, PresetSource source) {
    /** True if it has other people's plugins. */
    public boolean hostsPlugins() {
        return plan.hostsPlugins();
    }

    /** The same, louder by a factor and higher by semitones, as a bank entry may ask for. */
    public Preset adjusted(double levelFactor, double transposeSemitones) {
        if (levelFactor == 1 && transposeSemitones == 0) {
            return this;
        }
        List<PartPlan> parts = plan.parts().stream().map(part -> new PartPlan(part.id(), part.voices(), part.keys(), part.channel(),
                part.transpose() + (float) transposeSemitones, part.level(), part.pedals(), part.graph(),
                part.instrument(), part.controllers(), part.notePlayers())).toList();
        return new Preset(name, tags, new PatchPlan(parts, plan.mix(), plan.level() * (float) levelFactor, plan.tempo()), transition,
                holdSeconds, silent, origin, tuning, primeSeconds, source.adjusted(levelFactor, transposeSemitones));
    }
}
