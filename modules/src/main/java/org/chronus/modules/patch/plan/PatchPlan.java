package org.chronus.modules.patch.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chronus.modules.Input;
import org.chronus.modules.ModuleType;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.builtin.BuiltInModules;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * The plan of a patch: what a preset says, checked, resolved and in plain numbers, from which the loader builds a {@code Patch}. Immutable;
 * any thread but the audio thread. Every number is in the unit of its port: dB have become factors, and beats seconds or Hz at the patch's
 * own tempo. Values that are marked as written in beats follow when the tempo changes.
 *
 * @param parts the voice sections, at least one
 * @param mix   what becomes of them; without modules and cables they are just added
 * @param level factor on the whole
 * @param tempo beats per minute, in which what is written in beats has these values
 */
public record PatchPlan(List<PartPlan> parts, GraphPlan mix, float level, float tempo) {
    /** Of a preset that names none, in beats per minute. */
    public static final float NORMAL_TEMPO = 120;

    /** The name of the part of a preset that has no {@code parts}. It is also the mix's name for the sum of all parts. */
    public static final String VOICES = "voices";

    /** Copies the lists. */
    public PatchPlan {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a patch has at least one part");
        }
    }

    /** True if some of its modules are named by a scheme and a colon: plugins, which take longer to load, and have processes of their own. */
    public boolean hostsPlugins() {
        return Stream.concat(mix.modules().stream(), parts.stream().flatMap(part -> Stream.concat(part.graph().modules().stream(),
                part.instrument().stream()))).anyMatch(module -> module.type().name().indexOf(':') > 0);
    }

    /** In the usual tempo. */
    public PatchPlan(List<PartPlan> parts, GraphPlan mix, float level) {
        this(parts, mix, level, NORMAL_TEMPO);
    }

    /**
     * One voice section.
     *
     * @param id          its name in the mix
     * @param voices      how notes become voices
     * @param keys        MIDI keys that it answers to
     * @param channel     MIDI channel 0..15 that it answers to, or -1 for any
     * @param transpose   semitones added to every key
     * @param level       factor on its sum
     * @param pedals      whether hold pedals act on it
     * @param graph       modules and cables of a voice
     * @param instrument  what plays it in the place of voices, whose graph is empty then
     * @param controllers by MIDI controller number, the ports whose value it sets
     * @param notePlayers what notes pass through before they reach the voices, in this order
     */
    public record PartPlan(String id, VoicesPlan voices, Keys keys, int channel, float transpose, float level,
                           boolean pedals, GraphPlan graph, Optional<ModulePlan> instrument, Map<Integer, List<ControllerPlan>> controllers,
                           List<PlayerPlan> notePlayers) {
        /** Copies the map and the list. */
        public PartPlan {
            controllers = Map.copyOf(controllers);
            notePlayers = List.copyOf(notePlayers);
        }

        /** One with voices, a range of keys, and no players. */
        public PartPlan(String id, VoicesPlan voices, int lowestKey, int highestKey, int channel, float transpose, float level, boolean pedals,
                        GraphPlan graph, Map<Integer, List<ControllerPlan>> controllers) {
            this(id, voices, Keys.range(lowestKey, highestKey), channel, transpose, level, pedals, graph, Optional.empty(), controllers, List.of());
        }

        /** True if one of its players goes on by itself: pedals hold the keys that go in, and not the notes that come out. */
        public boolean arpeggiates() {
            return notePlayers.stream().anyMatch(PlayerPlan.Arpeggiator.class::isInstance);
        }

        /** The lowest MIDI key that it answers to. */
        public int lowestKey() {
            return keys.lowest();
        }

        /** The highest MIDI key that it answers to. */
        public int highestKey() {
            return keys.highest();
        }
    }

    /** How many keys sound at once, and how one follows another. */
    public enum VoiceMode { POLY, MONO, LEGATO }

    /** What a key is given that is struck while it still sounds: a new voice, beside the one that rings on, or the same one again. */
    public enum Restrike { NEW, SAME }

    /** Which of several held keys a single voice plays. */
    public enum Priority { LAST, LOWEST, HIGHEST }

    /**
     * How notes become voices.
     *
     * @param count    most notes at once (1 in the single-voice modes)
     * @param restrike for {@link VoiceMode#POLY}
     * @param glide    seconds from one pitch to the next
     * @param bendUp   semitones at the upper end of the bender
     * @param bendDown semitones at its lower end, positive
     */
    public record VoicesPlan(VoiceMode mode, int count, Restrike restrike, float glide, Priority priority, float bendUp, float bendDown) {
        /** Sixteen voices, a new one for each strike, no glide, two semitones of bend. */
        public static final VoicesPlan NORMAL = new VoicesPlan(VoiceMode.POLY, 16, Restrike.NEW, 0, Priority.LAST, 2, 2);
    }

    /** Modules and the cables between them, in any order. Loops must pass through a {@code feedback} module. */
    public record GraphPlan(List<ModulePlan> modules, List<CablePlan> cables) {
        /** Nothing at all. */
        public static final GraphPlan EMPTY = new GraphPlan(List.of(), List.of());

        /** Copies the lists. */
        public GraphPlan {
            modules = List.copyOf(modules);
            cables = List.copyOf(cables);
        }
    }

    /**
     * A module.
     *
     * @param perPatch true if one serves all voices
     * @param values   by input symbol, in the port's unit
     * @param choices  of choices and texts, by their symbol
     * @param inBeats  symbols of the inputs whose value is written in beats
     */
    public record ModulePlan(String id, ModuleType type, boolean perPatch, Map<String, Float> values, Map<String, String> choices,
                             Set<String> inBeats) implements GraphNode {
        /** Copies the maps and the set. */
        public ModulePlan {
            values = Map.copyOf(values);
            choices = Map.copyOf(choices);
            inBeats = Set.copyOf(inBeats);
        }

        /** One with nothing in beats. */
        public ModulePlan(String id, ModuleType type, boolean perPatch, Map<String, Float> values, Map<String, String> choices) {
            this(id, type, perPatch, values, choices, Set.of());
        }

        /** The input of this symbol, for cables and controllers. */
        public ModuleInput input(String symbol) {
            return new ModuleInput(id, symbol);
        }

        /** The output of this symbol, for cables. */
        public Source output(String symbol) {
            return new Source.ModuleOutput(id, symbol);
        }

        @Override public List<Target> inputs() {
            return type.shape().inputs().keySet().stream().<Target>map(this::input).toList();
        }

        @Override public List<Source> outputs() {
            return type.shape().outputs().keySet().stream().map(this::output).toList();
        }

        @Override public boolean isFeedback() {
            return type.name().equals(BuiltInModules.FEEDBACK);
        }

        /** True if the preset gives this input no value, so that it follows its note's signal, if it has one to follow. */
        public boolean follows(Input input) {
            return input.follows().isPresent() && !values.containsKey(input.symbol());
        }

        /** The signals of the note that its inputs follow. */
        public List<NoteSignal> followed() {
            return type.shape().inputs().values().stream().filter(this::follows).flatMap(input -> input.follows().stream()).toList();
        }
    }

    /**
     * A cable: the product of its sources and the amount is added to the target.
     *
     * @param sources at least one
     * @param amount  in the target's unit, or in octaves
     * @param octaves true if the target's value is multiplied by two to the power of the product (logarithmic targets only)
     */
    public record CablePlan(Target target, List<Source> sources, float amount, boolean octaves) {
        /** Copies the list. */
        public CablePlan {
            sources = List.copyOf(sources);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("nothing is cabled to " + target);
            }
        }
    }

    /**
     * A port that a MIDI controller sets.
     *
     * @param target  of the part or of the mix
     * @param low     value at the controller's 0, in the port's unit
     * @param high    value at its maximum; logarithmic ports move in equal ratios between
     * @param keep    true if the controller's present position carries over to this preset
     * @param inBeats true if both values are written in beats
     */
    public record ControllerPlan(ModuleInput target, float low, float high, boolean keep, boolean inBeats) {
        /** One that is not in beats. */
        public ControllerPlan(ModuleInput target, float low, float high, boolean keep) {
            this(target, low, high, keep, false);
        }
    }
}
