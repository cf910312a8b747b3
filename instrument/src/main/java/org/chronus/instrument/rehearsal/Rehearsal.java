package org.chronus.instrument.rehearsal;

import static org.chronus.modules.Module.BLOCK;

import java.lang.management.ManagementFactory;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.preset.Preset;

/**
 * Rehearses one preset after another on engines of their own, with all the time they need: primes it, walks over its keys, renders its phrase,
 * and then as many notes as it has voices. One thread at a time, the one that rehearses.
 */
final class Rehearsal {
    /** In Hz. */
    static final int RATE = 48_000;
    private static final int CHANNELS = 0xFFFF;
    private static final double CROWD_SECONDS = 2, FAINTEST = -200, MEGA = 1e6;
    private static final String NOT_A_NUMBER = "what is not a number, three times within a second";

    private final KernelWarmup warmup;
    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a patch cost to make. */
    private record Readiness(double millis, long bytes, HelperLoad before) { }

    Rehearsal() {
        Engine engine = engine();
        warmup = new KernelWarmup(primer(engine), RATE, _ -> { });
    }

    private static Engine engine() {
        return new Engine(RATE, CHANNELS, 0, null);
    }

    private static Primer primer(Engine engine) {
        return new Primer(RATE, engine.pedals(), engine.parameters(), false);
    }

    /** All that is measured. Throws if the preset cannot be primed. */
    Measured rehearse(Preset preset) throws PrimeException {
        warmup.warm(preset, WarmupClock.NONE);
        Engine engine = engine();
        HelperLoad before = HelperLoad.now();
        PluginFailures plugins = PluginFailures.of(preset.plan());
        long allocated = threads.getCurrentThreadAllocatedBytes(), begin = System.nanoTime();
        PrimedPatch primed = primer(engine).prime(new SwapReport(SwapRequest.preset(0, preset)), preset);
        Readiness ready = new Readiness((System.nanoTime() - begin) / 1e6, threads.getCurrentThreadAllocatedBytes() - allocated, before);
        try {
            return measure(preset, engine, primed, ready, plugins);
        } finally {
            primed.patch().close();
        }
    }

    private Measured measure(Preset preset, Engine engine, PrimedPatch primed, Readiness ready, PluginFailures plugins) {
        KeyWalk walk = new KeyWalk(primed.patch(), preset.hostsPlugins(), RATE);
        String failure = "";
        try {
            walk.run();
        } catch (RuntimeException | Error thrown) {
            failure = thrown.toString();
            primed.patch().clear();
        }
        engine.handover().offer(primed);
        Take take = new Take(Phrase.of(preset.plan()), RATE);
        take.render(engine);
        int restarts = walk.restarts() + engine.stats().cured();
        if (engine.stats().failures() > 0 && failure.isEmpty()) {
            failure = primed.thrown() == null ? NOT_A_NUMBER : primed.thrown().toString();
        }
        Phrase crowd = Phrase.crowd(preset.plan(), CROWD_SECONDS);
        double core = failure.isEmpty() ? share(engine, crowd) : 0;
        if (failure.isEmpty()) {
            failure = plugins.since().orElse("");
        }
        long bytes = ready.bytes() + Math.max(0, HelperLoad.now().bytes() - ready.before().bytes());
        int voices = Math.max(engine.stats().mostVoices(), crowd.notes());
        return new Measured(Math.max(FAINTEST, take.loudness()), decibels(take.peak()), decibels(take.handsPeak()), decibels(take.truePeak()),
                decibels(walk.dc()), take.tail(), restarts, failure, walk.silent(), voices, core, bytes / MEGA, ready.millis());
    }

    /** The share of one core that the most voices take, of all threads that have a part in it. */
    private double share(Engine engine, Phrase crowd) {
        Take.schedule(engine, crowd, RATE);
        float[] left = new float[BLOCK], right = new float[BLOCK];
        long helpers = HelperLoad.now().nanos(), own = threads.getCurrentThreadCpuTime();
        int blocks = (int) (CROWD_SECONDS * RATE / BLOCK);
        for (int block = 0; block < blocks; block++) {
            engine.render(left, right, BLOCK);
        }
        long used = threads.getCurrentThreadCpuTime() - own + HelperLoad.now().nanos() - helpers;
        return used / 1e9 / ((double) blocks * BLOCK / RATE);
    }

    private static double decibels(double amplitude) {
        return Math.max(FAINTEST, Waves.decibels(amplitude));
    }
}
