package org.chronus.instrument.loader;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.preset.Preset;

/**
 * Makes patches that are ready to sound, each in a {@link PrimeJob}: one that waits in the pool is primed again; else a new one is built,
 * its modules are warmed up, and it is primed. Mutable only in its sample rate; the loader's thread begins, and the thread of the job does the
 * work.
 */
final class PatchFactory {
    private Primer primer;
    private final KernelWarmup warmup;
    private final PatchPool pool;
    private float sampleRate;

    /** @param pool also gets good patches that nobody waits for any more */
    PatchFactory(Primer primer, KernelWarmup warmup, PatchPool pool, float sampleRate) {
        this.primer = primer;
        this.warmup = warmup;
        this.pool = pool;
        this.sampleRate = sampleRate;
    }

    /** [loader] What it makes from now on is for another sample rate, in Hz. Code that has run is warm at any. */
    void rate(float hertz) {
        sampleRate = hertz;
        primer = primer.at(hertz);
        pool.clear();
    }

    /** [loader] What patches are made for, in Hz. */
    float sampleRate() {
        return sampleRate;
    }

    /** [loader] Begins to make the patch of a preset. {@code report}: what becomes of the change that it is for. */
    PrimeJob begin(SwapReport report, Preset preset) {
        Primer now = primer;
        PrimedPatch old = pool.take(preset, sampleRate);
        return new PrimeJob(preset.name(), pool::put, clock -> old == null ? build(now, report, preset, clock) : now.primeAgain(report, old));
    }

    /** [loader] A patch that was made for another change and never offered. */
    PrimedPatch forAnother(SwapReport report, PrimedPatch unheard) {
        return primer.forAnother(report, unheard);
    }

    /** [prime] A patch that cannot be built is refused before its modules are warmed up. */
    private PrimedPatch build(Primer now, SwapReport report, Preset preset, WarmupClock clock) throws PrimeException {
        Patch patch = now.build(preset);
        try {
            warmup.warm(preset, clock);
        } catch (PrimeException | RuntimeException | Error thrown) {
            patch.close();
            throw thrown;
        }
        return now.prime(report, preset, patch);
    }
}
