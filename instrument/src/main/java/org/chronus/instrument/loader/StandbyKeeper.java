package org.chronus.instrument.loader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.FailureCause;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;

/**
 * Takes patches back from the engine and sees that one always stands by: a copy of what plays, or, if that has failed lately, a plain sound
 * that cannot. Loader thread.
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
    private final PatchFactory factory;
    private final PatchPool pool;
    private final Preset lastResort;
    private final Consumer<String> told;
    private final Map<String, Long> failed = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /** @param told hears, once for each kind, why a patch was taken out; on the loader's thread */
    StandbyKeeper(Handover handover, PatchFactory factory, PatchPool pool, ModuleCatalog catalog, Consumer<String> told) {
        this.handover = handover;
        this.factory = factory;
        this.pool = pool;
        this.told = told;
        lastResort = new PresetReader(catalog).read(LAST_RESORT, "built in").value();
    }

    /** What takes over when all else has failed. */
    Preset lastResort() {
        return lastResort;
    }

    /** Takes back what the engine has done with: it waits to be asked for again. Returns true if a patch failed since the last time. */
    boolean collect() {
        boolean failure = false;
        for (PrimedPatch back = handover.takeBack(); back != null; back = handover.takeBack()) {
            if (back.cause() != FailureCause.NONE) {
                failure = true;
                note(back);
                back.patch().close();
            } else {
                pool.put(back);
            }
        }
        return failure;
    }

    /**
     * If nothing stands by, a copy of what plays is made to, or, if that has failed lately, the last resort.
     *
     * @param limitNanos longest time that it may take
     * @param overtaken  true once something more urgent is asked for: then it waits for the next time
     */
    void prepare(long limitNanos, BooleanSupplier overtaken) {
        if (!handover.wantsSpare() || overtaken.getAsBoolean()) {
            return;
        }
        Preset playing = handover.playing(), preset = playing == null || hasFailed(playing) ? lastResort : playing;
        PrimeJob job = factory.begin(new SwapReport(SwapRequest.preset(0, preset)), preset);
        try {
            PrimedPatch spare = job.await(PrimeJob.limit(preset, limitNanos), overtaken);
            PrimedPatch before = spare == null ? null : handover.lend(spare);
            if (before != null) {
                pool.put(before);
            }
        } catch (PrimeException e) {
            failed.put(preset.name(), System.nanoTime());
            say(preset.name(), e.getMessage());
        }
    }

    private void note(PrimedPatch patch) {
        String name = patch.preset().name();
        failed.put(name, System.nanoTime());
        say(name + patch.cause(), name + " " + patch.cause().meaning + (patch.thrown() == null ? "" : ": " + patch.thrown())
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
