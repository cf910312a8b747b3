package org.chronus.instrument.prime;

import static org.chronus.modules.Module.BLOCK;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.chronus.instrument.engine.load.LoadMeter;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.preset.Preset;

/**
 * Builds a patch, runs it warm, and finds out by a test note whether it may be let loose; then puts it back as it was built, so that
 * nobody hears the test. The threads that prime.
 */
public final class Primer {
    private static final int LEAST_BLOCKS = 8;
    /** So many that a process which has just begun runs compiled code. */
    private static final int LEAST_HOSTED_BLOCKS = 250;
    private static final double LISTEN_SECONDS = 2, AUDIBLE = 1e-4, RUNAWAY = 100;
    private static final long PATIENCE_NANOS = 10_000_000;

    /** What a patch hears meanwhile that listens to the audio input: noise, always the same. */
    private static final float[] INPUT = noise();

    private final float sampleRate;
    private final boolean live;
    private final PedalState pedals;
    private final ParameterNames names;
    private final AtomicLong generations;

    /** Patches for real time. */
    public Primer(float sampleRate, PedalState pedals, ParameterNames names) {
        this(sampleRate, pedals, names, true);
    }

    /** Makes patches that nobody hears: what they do elsewhere is waited for. */
    public Primer patient() {
        return new Primer(sampleRate, pedals, names, false, generations);
    }

    /** The same for another sample rate, in Hz; it counts on. */
    public Primer at(float hertz) {
        return new Primer(hertz, pedals, names, live, generations);
    }

    /** {@code live}: patches for real time; else their blocks may take as long as they need. */
    public Primer(float sampleRate, PedalState pedals, ParameterNames names, boolean live) {
        this(sampleRate, pedals, names, live, new AtomicLong());
    }

    private Primer(float sampleRate, PedalState pedals, ParameterNames names, boolean live, AtomicLong generations) {
        this.generations = generations;
        this.live = live;
        this.sampleRate = sampleRate;
        this.pedals = pedals;
        this.names = names;
    }

    /** Ready to be offered. Throws if it cannot be built, makes what is not a number, runs away, or is silent without saying so. */
    public PrimedPatch prime(SwapReport report, Preset preset) throws PrimeException {
        return prime(report, preset, build(preset));
    }

    /** One that came back, as good as new, for another change. The patch is closed if this throws. */
    public PrimedPatch primeAgain(SwapReport report, PrimedPatch old) throws PrimeException {
        try (Trial trial = new Trial(old.patch())) {
            old.patch().live(false);
            old.patch().clear();
            verify(old.patch(), old.preset());
            trial.pass(live);
        }
        return forAnother(report, old);
    }

    /** [loader, prime] One that nobody has heard since it was primed, for another change: nothing is done to the patch. */
    public PrimedPatch forAnother(SwapReport report, PrimedPatch unheard) {
        return unheard.again(generations.incrementAndGet(), report, sampleRate, pedals);
    }

    /** The same for a patch that was built. It is closed if this throws. */
    public PrimedPatch prime(SwapReport report, Preset preset, Patch patch) throws PrimeException {
        try (Trial trial = new Trial(patch)) {
            verify(patch, preset);
            trial.pass(live);
        }
        return new PrimedPatch(generations.incrementAndGet(), report, preset, patch, sampleRate, pedals, names);
    }

    /** A patch that is tried: in the end it is as it was built, or, if it did not pass, closed. */
    private static final class Trial implements AutoCloseable {
        private final Patch patch;
        private boolean passed;

        Trial(Patch patch) {
            this.patch = patch;
        }

        void pass(boolean live) {
            patch.clear();
            patch.live(live);
            passed = true;
        }

        @Override public void close() {
            if (!passed) {
                patch.close();
            }
        }
    }

    /** Silent, with every value in place. Throws if it cannot be built. */
    public Patch build(Preset preset) throws PrimeException {
        try {
            return new Patch(preset.plan(), sampleRate, !live);
        } catch (RuntimeException e) {
            throw new PrimeException(preset.name() + " cannot be built: " + e.getMessage());
        }
    }

    private void verify(Patch patch, Preset preset) throws PrimeException {
        for (Part part : patch.parts()) {
            int key = part.plan().keys().nearest((part.plan().lowestKey() + part.plan().highestKey()) / 2);
            strike(part, key, 0.7f);
        }
        LongSupplier processor = LoadMeter.ofThisThread();
        long start = processor.getAsLong();
        double peak = 0;
        int blocks = 0;
        boolean listening = true;
        int least = preset.hostsPlugins() ? LEAST_HOSTED_BLOCKS : LEAST_BLOCKS;
        while (blocks < least || listening && peak < AUDIBLE) {
            patch.hear(INPUT, INPUT, 0, 0, BLOCK);
            patch.begin(0, BLOCK);
            patch.finish(0, BLOCK);
            peak = Math.max(peak, peak(patch.output()));
            if (patch.maintain() > 0 || peak > RUNAWAY) {
                throw new PrimeException(preset.name() + " is not stable: a test note " + (peak > RUNAWAY ? "ran away" : "was not a number"));
            }
            blocks++;
            // Whoever interrupts does not want it any more, and does not play it.
            if (processor.getAsLong() - start > PATIENCE_NANOS || Thread.currentThread().isInterrupted()) {
                return;
            }
            listening = blocks * BLOCK < LISTEN_SECONDS * sampleRate;
        }
        if (peak < AUDIBLE && !preset.silent()) {
            throw new PrimeException(preset.name() + " is silent: a test note made no sound in 2 s; write 'silent: yes' if that is right");
        }
    }

    private static float[] noise() {
        Random random = new Random(1);
        float[] noise = new float[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            noise[i] = random.nextFloat(-0.25f, 0.25f);
        }
        return noise;
    }

    /** The first voice plays it, or the instrument. */
    private static void strike(Part part, int key, float velocity) {
        if (part.instrument().isPresent()) {
            part.instrument().get().noteOn(0, 0, Math.max(0, part.plan().channel()), key, key, velocity);
        } else {
            part.voice(0).start(0, key, key, 0, velocity, 1, true);
        }
    }

    private static double peak(Signal output) {
        double peak = 0;
        for (int i = 0; i < BLOCK; i++) {
            peak = Math.max(peak, Math.max(Math.abs(output.data[i * output.step]), Math.abs(output.data[i * output.step + 1])));
        }
        return peak;
    }
}
