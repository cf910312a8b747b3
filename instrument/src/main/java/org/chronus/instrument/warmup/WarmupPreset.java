package org.chronus.instrument.warmup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Unit;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.builtin.BuiltInModules;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetSource;
import org.chronus.presets.preset.Transition;

/**
 * A preset to exercise module types with, which sounds of nothing much: each type several times, so that every choice comes up, inputs are
 * cabled in every manner or moved by controllers, and outputs are read or not. One use; the threads that prime.
 */
final class WarmupPreset {
    /** Controllers that move ports, over and over. */
    static final int FIRST_CONTROLLER = 20, LAST_CONTROLLER = 31;
    private static final Source VELOCITY = new Source.NoteOutput(NoteSignal.VELOCITY);
    private static final float FAINT = 0.02f, FASTEST = 1_000;
    private static final VoicesPlan VOICES = new VoicesPlan(VoiceMode.POLY, 16, Restrike.NEW, 0.003f, Priority.LAST, 2, 2);
    private static final ModulePlan OSCILLATOR = new ModulePlan("osc", builtIn("sine"), false, Map.of(), Map.of());
    private static final ModulePlan ENVELOPE = new ModulePlan("env", builtIn("adsr"), false, Map.of("release", 0.05f), Map.of());
    private static final ModulePlan AMPLIFIER = new ModulePlan("amp", builtIn("vca"), false, Map.of(), Map.of());

    private final List<ModulePlan> voiceModules = new ArrayList<>();
    private final List<CablePlan> voiceCables = new ArrayList<>();
    private final List<ModulePlan> mixModules = new ArrayList<>();
    private final List<CablePlan> mixCables = new ArrayList<>();
    private final Map<Integer, List<ControllerPlan>> controllers = new HashMap<>();
    private Source end = new Source.AllParts();
    private int manner;

    private WarmupPreset(Collection<ModuleType> types) {
        voiceModules.addAll(List.of(OSCILLATOR, ENVELOPE, AMPLIFIER));
        voiceCables.add(new CablePlan(AMPLIFIER.input("in"), List.of(OSCILLATOR.output("out")), 0.3f, false));
        voiceCables.add(new CablePlan(AMPLIFIER.input("gain"), List.of(ENVELOPE.output("out")), 1, false));
        voiceCables.add(new CablePlan(Target.Out.LEFT, List.of(AMPLIFIER.output("out")), 1, false));
        voiceCables.add(new CablePlan(Target.Out.RIGHT, List.of(AMPLIFIER.output("out")), 1, false));
        for (ModuleType type : types) {
            ModuleShape shape = type.shape();
            int times = shape.choices().values().stream().mapToInt(choice -> choice.names().size()).max().orElse(0);
            for (int i = 0; i < Math.max(3, times); i++) {
                if (isEffect(shape)) {
                    addEffect(type.name() + i, type, i);
                } else {
                    addToVoice(type.name() + i, type, i);
                }
            }
            addInHaste(type.name() + "fast", type);
        }
        mixCables.add(new CablePlan(Target.Out.MIX, List.of(end), 1, false));
    }

    /** Of these types. */
    static Preset of(Collection<ModuleType> types) {
        WarmupPreset made = new WarmupPreset(types);
        PartPlan part = new PartPlan(PatchPlan.VOICES, VOICES, 0, 127, -1, 0, 1, true,
                new GraphPlan(made.voiceModules, made.voiceCables), made.controllers);
        PatchPlan plan = new PatchPlan(List.of(part), new GraphPlan(made.mixModules, made.mixCables), 1);
        return new Preset("Warm-up", List.of(), plan, Transition.RING, 1, true, "built in", null, 0, PresetSource.of(""));
    }

    private void addToVoice(String id, ModuleType type, int number) {
        ModuleShape shape = type.shape();
        boolean listens = shape.inputs().values().stream().anyMatch(input -> !input.isBounded());
        boolean shared = number == 1 && !listens;
        ModulePlan module = new ModulePlan(id, type, shared, Map.of(), choices(shape, number));
        voiceModules.add(module);
        for (Input input : shape.inputs().values()) {
            if (!shared) {
                cable(module, input, number, OSCILLATOR.output("out"), ENVELOPE.output("out"), VELOCITY, voiceCables);
            }
        }
        List<Source> outputs = module.outputs();
        for (Source output : number % 2 == 0 ? outputs.subList(0, 1) : outputs) {
            voiceCables.add(new CablePlan(AMPLIFIER.input("in"), List.of(output), FAINT, false));
        }
    }

    /** Effects go one after the other, as in a mix. */
    private void addEffect(String id, ModuleType type, int number) {
        ModuleShape shape = type.shape();
        ModulePlan module = new ModulePlan(id, type, true, Map.of(), choices(shape, number));
        mixModules.add(module);
        for (Input input : shape.inputs().values()) {
            cable(module, input, number, end, new Source.PitchBend(), new Source.Controller(1), mixCables);
        }
        for (Source output : number % 2 == 0 ? List.<Source>of() : module.outputs()) {
            mixCables.add(new CablePlan(Target.Out.MIX, List.of(output), FAINT, false));
        }
        end = module.outputs().getFirst();
    }

    /**
     * Most ports as they usually are, as in most presets, but as fast as it goes: what a slow oscillator or a long envelope does at its
     * turns would else come first when it is heard.
     */
    private void addInHaste(String id, ModuleType type) {
        ModuleShape shape = type.shape();
        Map<String, Float> haste = new HashMap<>();
        for (Input input : shape.inputs().values()) {
            if (input.unit() == Unit.HERTZ) {
                haste.put(input.symbol(), (float) Math.min(input.maximum(), FASTEST));
            } else if (input.unit() == Unit.SECONDS) {
                haste.put(input.symbol(), (float) input.minimum());
            }
        }
        boolean effect = isEffect(shape);
        ModulePlan module = new ModulePlan(id, type, effect, haste, choices(shape, 0));
        (effect ? mixModules : voiceModules).add(module);
        for (Input input : shape.inputs().values()) {
            if (!input.isBounded()) {
                (effect ? mixCables : voiceCables).add(new CablePlan(module.input(input.symbol()), List.of(effect ? end : OSCILLATOR.output("out")),
                        1, false));
            }
        }
        if (effect) {
            end = module.outputs().getFirst();
        } else {
            voiceCables.add(new CablePlan(AMPLIFIER.input("in"), List.of(module.outputs().getFirst()), FAINT, false));
        }
    }

    /** What rings on for a known time is an effect, and stands in a mix. */
    private static boolean isEffect(ModuleShape shape) {
        return shape.tail() > 0 && shape.tail() < Double.POSITIVE_INFINITY;
    }

    private static ModuleType builtIn(String name) {
        return new BuiltInModules().types().stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, String> choices(ModuleShape shape, int number) {
        Map<String, String> chosen = new HashMap<>();
        for (Choice<?> choice : shape.choices().values()) {
            chosen.put(choice.symbol(), choice.names().get(number % choice.names().size()));
        }
        return chosen;
    }

    /** The next of the manners in which a signal can reach an input. */
    private void cable(ModulePlan module, Input input, int number, Source sound, Source slow, Source still, List<CablePlan> cables) {
        ModuleInput port = module.input(input.symbol());
        if (!input.isBounded()) {
            cables.add(new CablePlan(port, List.of(sound), number % 2 == 0 ? 1 : 0.7f, false));
            return;
        }
        float small = input.isLogarithmic() ? 0.2f : (float) (0.05 * (input.maximum() - input.minimum()));
        switch (manner++ % 7) {
            case 0 -> controllers.computeIfAbsent(FIRST_CONTROLLER + manner % (LAST_CONTROLLER - FIRST_CONTROLLER + 1), _ -> new ArrayList<>())
                    .add(new ControllerPlan(port, (float) input.minimum(), (float) Math.min(input.maximum(), 100 * input.normally() + 1), false));
            case 1 -> cables.add(new CablePlan(port, List.of(slow), small, input.isLogarithmic()));
            case 2 -> {
                cables.add(new CablePlan(port, List.of(slow, still), small, input.isLogarithmic()));
                cables.add(new CablePlan(port, List.of(still), small, input.isLogarithmic()));
            }
            case 3 -> {
                cables.add(new CablePlan(port, List.of(still), small, false));
                cables.add(new CablePlan(port, List.of(slow), small, input.isLogarithmic()));
                cables.add(new CablePlan(port, List.of(slow, still), small, input.isLogarithmic()));
            }
            case 4 -> cables.add(new CablePlan(port, List.of(slow, still), small, false));
            case 5 -> cables.add(new CablePlan(port, List.of(still), 1, input.isLogarithmic()));
            default -> { }
        }
    }
}
