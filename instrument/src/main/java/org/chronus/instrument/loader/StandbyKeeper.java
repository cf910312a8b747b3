package org.chronus.instrument.loader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.FailureCause;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;

/**
 * Takes patches back from the engine and sees that one always stands by: the one that has rung out, else a copy of what plays, else, if
 * that has failed lately, a plain sound that cannot. Loader thread.
 */
final class StandbyKeeper {
    private static final long REMEMBERED_NANOS = 60_000_000_000L;
    private static final String LAST_RESORT = """
            chronus: 1
            name: Last resort
            voices: {count: 16}
            modules:
              osc: {type: triangle}
              env: {type: adsr, attack: 5 ms, decay: 0.5 s, sustain: 0.6, release: 0.2 s}
              amp: {type: vca}
            cables: [osc * 0.2 -> amp -> out, env -> amp.gain]
            """;

    private final Handover handover;
    private final Primer primer;
    private final KernelWarmup warmth;
    private final Preset lastResort;
    private final Consumer<String> told;
    private final Map<String, Long> failed = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /** @param told hears, once for each kind, why a patch was taken out; on the loader's thread */
    StandbyKeeper(Handover handover, Primer primer, KernelWarmup warmth, ModuleCatalog catalog, Consumer<String> told) {
        this.handover = handover;
        this.primer = primer;
        this.warmth = warmth;
        this.told = told;
        lastResort = new PresetReader(catalog).read(LAST_RESORT, "built in").value();
    }

    /** What takes over when all else has failed. */
    Preset lastResort() {
        return lastResort;
    }

    /**
     * Looks after what has come back. Returns true if a patch failed since the last time.
     *
     * @param limitNanos longest time that a spare may take
     * @param overtaken  true once something more urgent is asked for: then the spare waits for the next time
     */
    boolean attend(long limitNanos, BooleanSupplier overtaken) {
        boolean failure = false;
        for (PrimedPatch back = handover.takeBack(); back != null; back = handover.takeBack()) {
            if (back.trouble() != FailureCause.NONE) {
                failure = true;
                mourn(back);
            } else if (handover.wantsSpare() && !hasFailed(back.preset())) {
                PrimedPatch spare = back;
                lend(back.swap(), back.preset(), limitNanos, overtaken, () -> primer.primeAgain(spare));
            }
        }
        if (handover.wantsSpare() && !overtaken.getAsBoolean()) {
            Preset preset = handover.playing() == null || hasFailed(handover.playing()) ? lastResort : handover.playing();
            Swap none = new Swap(0, Swap.NO_PROGRAM, Swap.NO_PROGRAM);
            lend(none, preset, limitNanos, overtaken, () -> {
                warmth.warm(preset, none);
                return primer.prime(none, preset);
            });
        }
        return failure;
    }

    private void lend(Swap swap, Preset preset, long limitNanos, BooleanSupplier overtaken, Callable<PrimedPatch> work) {
        try {
            PrimedPatch spare = new PrimeJob(swap, preset.name(), work).await(limitNanos, overtaken);
            if (spare != null) {
                handover.lend(spare);
            }
        } catch (PrimeException e) {
            failed.put(preset.name(), System.nanoTime());
            say(preset.name(), e.getMessage());
        }
    }

    private void mourn(PrimedPatch patch) {
        String name = patch.preset().name();
        failed.put(name, System.nanoTime());
        say(name + patch.trouble(), name + " " + patch.trouble().meaning + (patch.problem() == null ? "" : ": " + patch.problem())
                + "; another patch took over");
    }

    private void say(String kind, String line) {
        if (said.add(kind)) {
            told.accept(line);
        }
    }

    private boolean hasFailed(Preset preset) {
        Long when = failed.get(preset.name());
        return when != null && System.nanoTime() - when < REMEMBERED_NANOS;
    }
}
