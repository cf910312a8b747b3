package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.modules.Module;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * A running patch: parts, and the mix that they go through. The frames of a block of {@link Module#BLOCK} are asked for in order, in as
 * many pieces as one likes: {@link #begin}, then notes at frames of that piece in order of time, then {@link #finish}. The bits do not
 * depend on the pieces.
 *
 * <p>Built by the loader thread, and primed there; from then on it belongs to the audio thread until it comes back.
 */
public final class Patch implements AutoCloseable {
    private static final double SILENCE_SECONDS = 0.1;
    private static final double LONGEST_TAIL_SECONDS = 4.5;

    private final ModuleFactory factory;
    private final List<Part> parts;
    private final GraphBlueprint mixBlueprint;
    private final Graph mix;
    private final PartSum sum;
    private final AudioInputs inputs;
    private final MixOutput output = new MixOutput();
    private final ProbePoints probes = new ProbePoints();
    private final float level;
    private final float tempo;
    private final float sampleRate;
    private boolean changed;
    /** Frames so far. */
    private long played;

    /** Builds it, to be heard in real time. */
    public Patch(PatchPlan plan, float sampleRate) {
        this(plan, sampleRate, false);
    }

    /**
     * Builds it, silent, with every value in place.
     *
     * @param sampleRate in Hz
     * @param offline    true if it plays into a file, and never in real time
     * @throws IllegalArgumentException if a cable begins or ends where there is nothing, or modules form a loop
     */
    public Patch(PatchPlan plan, float sampleRate, boolean offline) {
        this.sampleRate = sampleRate;
        level = plan.level();
        tempo = plan.tempo();
        factory = new ModuleFactory(sampleRate, offline);
        try {
            List<CablePlan> cables = plan.mix().cables().isEmpty()
                    ? List.of(new CablePlan(Target.Out.MIX, List.of(new Source.AllParts()), 1, false)) : plan.mix().cables();
            inputs = new AudioInputs(Stream.concat(plan.parts().stream().flatMap(part -> part.graph().cables().stream()), cables.stream())
                    .flatMap(cable -> cable.sources().stream()).collect(Collectors.toSet()));
            parts = plan.parts().stream().map(part -> new Part(part, factory, cables, inputs.signals())).toList();
            sum = new PartSum(parts);
            List<GraphNode> nodes = new ArrayList<>(plan.mix().modules());
            nodes.add(BuiltIn.MIX_OUT);
            mixBlueprint = new GraphBlueprint(factory, 2, nodes, cables, cables);
            mix = new Graph(mixBlueprint, mixSources(), Map.of(BuiltIn.MIX_OUT, output));
            parts.forEach(part -> part.bind(mixBlueprint.parameters()));
            parts.forEach(part -> part.addTo(probes));
            probes.addGraph(Probe.Place.MIX, Probe.Width.STEREO, mixBlueprint, List.of(mix));
        } catch (RuntimeException | Error failure) {
            try {
                factory.close();
            } catch (RuntimeException another) {
                failure.addSuppressed(another);
            }
            throw failure;
        }
    }

    /** What the mix can read from outside: the parts, their sum, and the controllers of the first part. */
    private Map<Source, Signal> mixSources() {
        Map<Source, Signal> sources = new HashMap<>(parts.getFirst().controllerSignals());
        for (int i = 0; i < parts.size(); i++) {
            sources.put(new Source.PartOutput(parts.get(i).plan().id()), sum.of(i));
        }
        sources.put(new Source.AllParts(), sum.all());
        return sources;
    }

    /** [loader] The end of its life: releases every module, whether or not one throws. It must not run any more; a second call does nothing. */
    @Override public void close() {
        factory.close();
    }

    /** [loader] Whether it is played in real time from now on; at first it is not, and what goes on elsewhere is waited for. */
    public void live(boolean now) {
        factory.resources().live(now);
    }

    /** [audio] By this time of {@link System#nanoTime} the present period should have its sound: what goes on elsewhere is waited for until then. */
    public void deadline(long nanos) {
        factory.resources().deadline(nanos);
    }

    /** Its voice sections, in the order of the preset. */
    public List<Part> parts() {
        return parts;
    }

    /** [loader] The values of all inputs of the mix. */
    public Map<ModuleInput, Parameter> mixParameters() {
        return mixBlueprint.parameters();
    }

    /** [any thread] Where somebody can listen within it. */
    public ProbePoints probes() {
        return probes;
    }

    /** Factor that the preset asks for on {@link #output}. */
    public float level() {
        return level;
    }

    /** The sound, after {@link #finish}: lane 0 left, lane 1 right. */
    public Signal output() {
        return output.signal();
    }

    /**
     * What is written in beats is in another tempo from now on, smoothed as its ports are unless {@code atOnce}.
     *
     * @param beatsPerMinute above 0
     */
    public void tempo(float beatsPerMinute, boolean atOnce) {
        mixBlueprint.tempo(beatsPerMinute / tempo, atOnce);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).tempo(beatsPerMinute / tempo, atOnce);
        }
    }

    /** A song is so many beats, 0 or more, from its beginning: what all voices share and has a rate in beats finds its place there. */
    public void locate(double beats) {
        mix.locate(beats / tempo);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).locate(beats / tempo);
        }
    }

    /** True if anything in it is connected to what comes in. */
    public boolean hears() {
        return !inputs.isEmpty();
    }

    /** What comes in from {@code at} on, null if nothing does, is what frames {@code start} to {@code limit - 1} hear; before {@link #begin}. */
    public void hear(float[] left, float[] right, int at, int start, int limit) {
        inputs.hear(left, right, at, start, limit);
    }

    /** Notes from {@code start} to {@code limit - 1} of the block may follow. */
    public void begin(int start, int limit) {
        factory.resources().frame(played - start);
        probes.begin(start, limit);
        changed = mixBlueprint.generate(start, limit);
        for (int i = 0; i < parts.size(); i++) {
            changed |= parts.get(i).begin(start, limit);
        }
    }

    /** Writes frames {@code start} to {@code limit - 1} of {@link #output}. */
    public void finish(int start, int limit) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).start(start, limit);
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).finish(start, limit);
        }
        sum.generate(start, limit);
        mix.generate(start, limit, changed);
        probes.finish(start, limit);
        played += limit - start;
    }

    /**
     * To be called whenever a new block is about to begin: ends voices that have fallen silent, flushes denormal numbers, and restarts
     * what is not a number.
     *
     * @return how many voices or effects were restarted
     */
    public int maintain() {
        int restarted = 0;
        for (int i = 0; i < parts.size(); i++) {
            restarted += parts.get(i).maintain();
        }
        mix.flush();
        if (!output.isFinite()) {
            mix.restart();
            restarted++;
        }
        output.count(sounding() > 0);
        return restarted;
    }

    /** What it was built for, in Hz. */
    public float sampleRate() {
        return sampleRate;
    }

    /** Voices that sound, or may. */
    public int sounding() {
        int sounding = 0;
        for (int i = 0; i < parts.size(); i++) {
            sounding += parts.get(i).sounding();
        }
        return sounding;
    }

    /** True once no voice has sounded, and nothing was heard of the mix, for as long as its effects may pause. */
    public boolean isSilent() {
        return output.silentBlocks() * (double) BLOCK > silenceSeconds() * sampleRate;
    }

    /** Seconds of silence after which no echo can come any more. */
    private double silenceSeconds() {
        return SILENCE_SECONDS + Math.min(mix.tail(), LONGEST_TAIL_SECONDS);
    }

    /** Back to the state in which it was built, memory of effects included. Not for the audio thread: effects have much memory. */
    public void clear() {
        factory.clear();
        probes.end();
        parts.forEach(Part::clear);
        sum.clear();
        mixBlueprint.clear();
        mix.restart();
        output.reset();
        played = 0;
    }
}
