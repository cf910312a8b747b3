package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.note.FadeCurve;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * One voice section of a patch: voices in groups of {@code LANES}, what they share, and the sum of it all in stereo. Which voice plays a
 * note is its caller's decision. Frames are counted within a block of {@code BLOCK}. Built by the loader; every other method is for the
 * thread that runs the patch.
 */
public final class Part {
    /** Players that a part can tell apart: each has bend, pressure and controllers of its own for its notes. */
    public static final int PLAYERS = 64;
    private static final double FADE_SECONDS = 0.005;
    /** How long a controller takes to follow. */
    private static final double CONTROL_SECONDS = 0.010;
    private static final double SILENCE_SECONDS = 0.1;
    /** Lanes beyond the polyphony: four where a taken voice fades while the new one already sounds, two for one that plays alone. */
    private static final int SPARE = 6;

    private final PartPlan plan;
    private final PartControls controls;
    private final PlayerControls players;
    private final PartBlueprints blueprints;
    private final Graph shared;
    private final VoiceGroup[] groups;
    private final Voice[] voices;
    private final Optional<InstrumentSection> instrument;
    private final boolean[] keeps = new boolean[128];
    private final StereoSum sum = new StereoSum();

    Part(PartPlan plan, ModuleFactory factory, List<CablePlan> mixCables, Map<Source, Signal> inputs) {
        float sampleRate = factory.sampleRate();
        this.plan = plan;
        Set<Source> reads = new HashSet<>();
        plan.graph().cables().forEach(cable -> reads.addAll(cable.sources()));
        mixCables.forEach(cable -> reads.addAll(cable.sources()));
        plan.controllers().forEach((number, targets) -> keeps[number] = targets.stream().anyMatch(PatchPlan.ControllerPlan::keep));
        int controlFrames = (int) Math.round(CONTROL_SECONDS * sampleRate);
        controls = new PartControls(reads, controlFrames);
        controls.signals().putAll(inputs);
        players = new PlayerControls(plan, reads, controlFrames);

        blueprints = new PartBlueprints(plan.graph(), factory);
        shared = new Graph(blueprints.shared(), controls.signals(), Map.of());
        float[] fade = FadeCurve.falling((int) Math.round(FADE_SECONDS * sampleRate));
        int silenceBlocks = (int) Math.ceil(SILENCE_SECONDS * sampleRate / BLOCK);
        instrument = plan.instrument().map(module -> new InstrumentSection(module, PartBlueprints.ofInstrument(module, factory),
                controls.signals(), players, silenceBlocks));
        instrument.ifPresent(players::tell);
        groups = new VoiceGroup[instrument.isPresent() ? 0 : (polyphony() + SPARE + LANES - 1) / LANES];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new VoiceGroup(blueprints.voices(), shared.signals(), players, fade, silenceBlocks);
        }
        voices = new Voice[groups.length * LANES];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = new Voice(groups[i / LANES], i % LANES);
        }
    }

    /** [loader] Its outputs. */
    void addTo(ProbePoints points) {
        points.addPart(this, blueprints, shared, groups);
    }

    /** [loader] Ties controllers to the ports of this part and of the mix. */
    void bind(Map<ModuleInput, Parameter> mixParameters) {
        Map<ModuleInput, Parameter> parameters = new HashMap<>(mixParameters);
        parameters.putAll(parameters());
        controls.bind(plan.controllers(), parameters);
    }

    /** What it was built from. */
    public PartPlan plan() {
        return plan;
    }

    /** [loader] The values of all inputs, those of voices and of what voices share. */
    public Map<ModuleInput, Parameter> parameters() {
        return instrument.map(section -> section.blueprint().parameters()).orElseGet(blueprints::parameters);
    }

    /** Frames by which its sound comes later than its notes. */
    int latency() {
        return instrument.map(InstrumentSection::latency).orElseGet(blueprints.voices()::latency);
    }

    /** What plays it in the place of voices. */
    public Optional<InstrumentSection> instrument() {
        return instrument;
    }

    /** True if the preset wants this controller's present position to carry over. */
    public boolean keeps(int number) {
        return keeps[number];
    }

    /** Most notes that it should play at once. */
    public int polyphony() {
        return plan.voices().mode() == VoiceMode.POLY ? plan.voices().count() : 1;
    }

    /** The number of voices, {@code LANES} to a group: more than {@link #polyphony}, so that one can fade while its successor sounds. */
    public int voices() {
        return voices.length;
    }

    /** Voices that sound, or may, in all. */
    public int sounding() {
        int sounding = 0;
        for (VoiceGroup group : groups) {
            sounding += group.voices();
        }
        return instrument.isPresent() && instrument.get().isSounding() ? 1 : sounding;
    }

    /** Groups of voices that run: a group costs the same for one voice as for all. */
    public int groups() {
        int running = 0;
        for (VoiceGroup group : groups) {
            running += group.voices() > 0 ? 1 : 0;
        }
        return running;
    }

    /** One of them, 0 to {@link #voices} - 1. */
    public Voice voice(int number) {
        return voices[number];
    }

    /**
     * A controller, 0..127, moves to a position, 0..1, for the part as a whole: what its voices share, the mix, and ports that it is bound
     * to. From the next frame on; smoothed unless {@code atOnce}.
     */
    public void controller(int number, float position, boolean atOnce) {
        controls.controller(number, position, atOnce);
    }

    /** The bender moves, -1..1: likewise. */
    public void bend(float position, boolean atOnce) {
        controls.bend(position, atOnce);
    }

    /** What cables from the modulation wheel carry, as a multiple of what the preset says: likewise. */
    public void modulationDepth(float factor, boolean atOnce) {
        controls.modulationDepth(factor, atOnce);
    }

    /** Channel pressure, 0..1: likewise. */
    public void pressure(float amount, boolean atOnce) {
        controls.pressure(amount, atOnce);
    }

    /** The controllers of each player, for the notes that it plays. */
    public PlayerControls players() {
        return players;
    }

    /** The tempo is that multiple of the patch's own. */
    void tempo(float multiple, boolean atOnce) {
        blueprints.tempo(multiple, atOnce);
    }

    /** See {@link Graph#locate}; in voices, what is slow begins with the note. */
    void locate(double minutes) {
        shared.locate(minutes);
    }

    /** Returns false if no wheel, pedal or port has moved since the last time. */
    boolean begin(int start, int limit) {
        players.beginBlock(start, limit);
        boolean changed = controls.generate(start, limit) | blueprints.generate(start, limit);
        shared.generate(start, limit, changed);
        sum.begin(start, limit);
        for (VoiceGroup group : groups) {
            group.begin(start, changed);
        }
        if (instrument.isPresent()) {
            instrument.get().begin(start, limit, changed);
        }
        return changed;
    }

    /** All notes of these frames are there. */
    void start(int start, int limit) {
        if (instrument.isPresent()) {
            instrument.get().start(start, limit);
        }
    }

    void finish(int start, int limit) {
        if (instrument.isPresent()) {
            instrument.get().finish(sum.stereo().data, start, limit);
            return;
        }
        for (VoiceGroup group : groups) {
            group.finish(sum.lanes(), limit);
        }
        sum.finish(start, limit);
    }

    /** At a grid line. Returns the number of voices that were restarted. */
    int maintain() {
        int restarted = 0;
        shared.flush();
        for (VoiceGroup group : groups) {
            restarted += group.maintain();
        }
        return instrument.isPresent() ? instrument.get().maintain() : restarted;
    }

    void clear() {
        controls.clear();
        players.clear();
        blueprints.clear();
        for (int lane = 0; lane < LANES; lane++) {
            shared.restart(lane, 1);
        }
        for (VoiceGroup group : groups) {
            group.clear();
        }
        instrument.ifPresent(InstrumentSection::clear);
    }

    Map<Source, Signal> controllerSignals() {
        return controls.signals();
    }

    /** Lane 0 left, lane 1 right. */
    Signal stereo() {
        return sum.stereo();
    }
}
