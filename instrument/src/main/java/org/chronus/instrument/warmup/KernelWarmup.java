package org.chronus.instrument.warmup;

import static org.chronus.instrument.random.CommandKind.*;
import static org.chronus.modules.Module.BLOCK;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.modules.ModuleType;
import org.chronus.modules.builtin.BuiltInModules;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.presets.preset.Preset;

/**
 * Sees that no code sounds cold: vector code runs up to fifty times slower, and allocates, until the compiler has had it. Module types
 * that never ran are first played hard, in a preset of their own on an engine that nobody hears, until that engine has allocated nothing for a while:
 * which is when their kernels are compiled. The threads that prime.
 */
public final class KernelWarmup {
    private static final int QUIET_BLOCKS = 300, LEAST_BLOCKS = 600, VERSE = 240, CHORD = 40, REST = 120, LONGEST_SILENCE = 8_000, COMMANDS = 4_096;
    /** Keys that are held at a time: more than the voices of the preset, so that notes are stolen. */
    private static final int HELD = 24;

    private final Primer primer;
    private final float sampleRate;
    private final Consumer<String> told;
    private final Set<String> ours = new BuiltInModules().types().stream().map(ModuleType::name).collect(Collectors.toSet());
    private final Set<String> warm = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean engineIsWarm = new AtomicBoolean();
    private final List<Command> commands = new ArrayList<>();
    private final List<Command> loud = new ArrayList<>();

    /** @param told hears, in one line, of what still allocates when there is nothing more to compile; any thread that primes */
    public KernelWarmup(Primer primer, float sampleRate, Consumer<String> told) {
        this.primer = primer.patient();
        this.sampleRate = sampleRate;
        this.told = told;
        // Those that the preset reads, and volume, pan and expression, which move the gains of voices.
        Integer[] controllers = IntStream.concat(IntStream.rangeClosed(WarmupPreset.FIRST_CONTROLLER, WarmupPreset.LAST_CONTROLLER),
                IntStream.of(7, 10, 11)).boxed().toArray(Integer[]::new);
        CommandMix mix = new CommandMix(0).keys(30, 70, HELD).controllers(controllers)
                .weigh(NOTE_ON, 96).weigh(NOTE_OFF, 64).weigh(CONTROLLER, 40).weigh(PITCH_BEND, 16).weigh(CHANNEL_PRESSURE, 8).weigh(PEDAL, 16)
                .weigh(ALL_NOTES_OFF, 14).weigh(ALL_SOUND_OFF, 1).weigh(RESET_CONTROLLERS, 1);
        RandomCommands random = new RandomCommands(mix, 1);
        for (int i = 0; i < COMMANDS; i++) {
            commands.add(random.next());
        }
        loud.add(new Gesture.Controller(0, 0, 7, 1));
        for (int key = 36; key < 84; key += 3) {
            loud.add(new Gesture.NoteOn(0, 0, key, 1));
        }
    }

    /** Returns at once if all that the preset uses has run before; else when it has, and the clock knows how long that took. */
    public void warm(Preset preset, WarmupClock clock) throws PrimeException {
        Set<ModuleType> cold = new LinkedHashSet<>();
        preset.plan().parts().forEach(part -> part.graph().modules().forEach(module -> add(module, cold)));
        preset.plan().parts().forEach(part -> part.instrument().ifPresent(module -> add(module, cold)));
        preset.plan().mix().modules().forEach(module -> add(module, cold));
        if (cold.isEmpty() && engineIsWarm.get()) {
            return;
        }
        clock.begin();
        long begin = System.nanoTime();
        if (engineIsWarm.compareAndSet(false, true)) {
            new EngineWarmup(sampleRate).run();
        }
        List<ModuleType> known = cold.stream().filter(type -> ours.contains(type.name())).toList();
        boolean quiet = known.isEmpty() || exercise(WarmupPreset.of(known));
        if (known.size() < cold.size()) {
            // Of other people's modules it is not known what they can bear: they do what the preset does.
            quiet &= exercise(preset);
        }
        if (!quiet) {
            told.accept(cold.stream().map(ModuleType::name).collect(Collectors.joining(", "))
                    + ": still allocating after the warm-up, so that a block may come late until all is compiled; "
                    + "if this comes at each start, it is a mistake of ours or of the module");
        }
        cold.forEach(type -> warm.add(code(type)));
        clock.end(System.nanoTime() - begin);
    }

    private void add(ModulePlan module, Set<ModuleType> cold) {
        if (!warm.contains(code(module.type()))) {
            cold.add(module.type());
        }
    }

    /** What has to be compiled for a type: for plugins that is the same for all of one format. */
    private static String code(ModuleType type) {
        int colon = type.name().indexOf(':');
        return colon < 0 ? type.name() : type.name().substring(0, colon + 1) + type.shape().place();
    }

    /** False if something was allocated to the end. */
    private boolean exercise(Preset preset) throws PrimeException {
        Engine engine = new Engine(sampleRate, 0xFFFF, 0, null);
        CompilerDeadline end = new CompilerDeadline();
        try {
            play(engine, preset, end);
            fallSilent(engine, end);
            return play(engine, preset, end);
        } finally {
            engine.slots().giveBackAll();
            engine.handover().clear(patch -> patch.patch().close());
        }
    }

    /**
     * Verses of playing, each on a patch that is new (of presets with plugins, on one of two), a chord loud enough for the limiter, and a rest in
     * which voices end by themselves:
     * what was never done is not compiled. Until nothing was allocated for some time: true; or until it has to end.
     */
    private boolean play(Engine engine, Preset preset, CompilerDeadline end) throws PrimeException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] left = new float[BLOCK], right = new float[BLOCK];
        int quiet = 0, next = 0;
        for (int block = 0; (block < LEAST_BLOCKS || quiet < QUIET_BLOCKS) && goesOn(end); block++) {
            int line = block % VERSE;
            if (line == 0) {
                SwapReport report = new SwapReport(SwapRequest.program(0, 0, 0));
                PrimedPatch old = takeBack(engine, preset.hostsPlugins());
                engine.handover().offer(old == null ? primer.prime(report, preset) : primer.primeAgain(report, old));
            } else if (line == CHORD) {
                loud.forEach(command -> engine.schedule(engine.position(), command));
            } else if (line == REST) {
                engine.schedule(engine.position(), new Release.ReleaseSource(0));
            }
            for (int i = 0; i < 1 + block % 3 && line < REST; i++) {
                engine.schedule(engine.position() + 13 * i, commands.get(next++ % COMMANDS));
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            engine.render(left, right, BLOCK);
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }
        return quiet >= QUIET_BLOCKS;
    }

    /** What has rung out is closed; but one with plugins, which take long to load, is used again. Null if there is none. */
    private static PrimedPatch takeBack(Engine engine, boolean again) {
        PrimedPatch kept = null;
        for (PrimedPatch back = engine.handover().takeBack(); back != null; back = engine.handover().takeBack()) {
            if (again && kept == null) {
                kept = back;
            } else {
                back.patch().close();
            }
        }
        return kept;
    }

    private static void fallSilent(Engine engine, CompilerDeadline end) throws PrimeException {
        float[] left = new float[BLOCK], right = new float[BLOCK];
        engine.schedule(engine.position(), new Release.ReleaseSource(0));
        for (int block = 0; block < LONGEST_SILENCE && !engine.isSilent() && goesOn(end); block++) {
            engine.render(left, right, BLOCK);
        }
    }

    private static boolean goesOn(CompilerDeadline end) throws PrimeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new PrimeException("warming was interrupted");
        }
        return !end.isOver();
    }
}
