package org.chronus.instrument.warmup;

import java.util.ArrayList;
import java.util.List;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.prime.Primer;
import org.chronus.modules.ModuleType;
import org.chronus.modules.builtin.BuiltInModules;

/** Warms up every built-in module, one after the other, and says which of them still allocate then. A program of its own, for the launcher's options. */
final class FactoryWarmup {
    private static final int RATE = 48_000, ATTEMPTS = 3;

    private FactoryWarmup() { }

    /** Prints a line for each module that went on allocating, and then how many modules there were. */
    public static void main(String[] none) throws Exception {
        List<String> lines = new ArrayList<>();
        KernelWarmup all = warmup(lines);
        List<ModuleType> types = new ArrayList<>(new BuiltInModules().types());
        for (ModuleType type : types) {
            all.warm(WarmupPreset.of(List.of(type)), WarmupClock.NONE);
            // A machine that stands still has compiled nothing for a while, too.
            for (int attempt = 1; attempt < ATTEMPTS && !lines.isEmpty(); attempt++) {
                lines.clear();
                warmup(lines).warm(WarmupPreset.of(List.of(type)), WarmupClock.NONE);
            }
            lines.forEach(System.out::println);
            lines.clear();
        }
        System.out.println("warm: " + types.size());
    }

    private static KernelWarmup warmup(List<String> lines) {
        Engine engine = new Engine(RATE, 0xFFFF, 0, null);
        return new KernelWarmup(new Primer(RATE, engine.pedals(), engine.parameters(), false), RATE, lines::add);
    }
}
