package org.chronus.instrument.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.Bank;
import org.chronus.presets.BankEntry;
import org.chronus.presets.Preset;
import org.chronus.presets.PresetLibrary;
import org.chronus.presets.Reading;

/**
 * Finds, builds and primes presets on a thread of its own and offers them to the engine. The newest request wins; what sounds goes on
 * when one fails.
 */
public final class PresetLoader implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 500;

    private final PresetLibrary library;
    private final Bank bank;
    private final Engine engine;
    private final Primer primer;
    private final Warmth warmth;
    private final Consumer<Swap> told;
    private final long timeoutNanos;
    private final AtomicReference<Swap> requested = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;
    private long generation;
    private Swap newest;

    /**
     * @param told         hears of every change when it is ready or has failed, on the loader's thread
     * @param timeoutNanos longest prime that may still sound; {@link Long#MAX_VALUE} offline
     */
    public PresetLoader(PresetLibrary library, Bank bank, ModuleCatalog catalog, Engine engine, float sampleRate, Consumer<Swap> told,
                        long timeoutNanos) {
        this.library = library;
        this.bank = bank;
        this.engine = engine;
        this.told = told;
        this.timeoutNanos = timeoutNanos;
        primer = new Primer(catalog, sampleRate, engine.pedals());
        warmth = new Warmth(primer, sampleRate);
        thread = Thread.ofPlatform().name("loader").daemon().unstarted(this::run);
    }

    /** The time that a prime may take by the environment, in nanoseconds. */
    public static long timeoutNanos(java.util.Map<String, String> environment) {
        String text = environment.getOrDefault("CHRONUS_PRIME_TIMEOUT_MS", "");
        return 1_000_000 * (text.matches("[1-9][0-9]{0,5}") ? Long.parseLong(text) : TIMEOUT_MILLIS);
    }

    /** Starts the thread that answers {@link #request}. */
    public void start() {
        thread.start();
    }

    /** [any thread but audio] Asks for a program; an earlier request that has not begun is forgotten. */
    public void request(Swap swap) {
        Swap late = requested.getAndSet(swap);
        if (late != null) {
            late.end(Swap.Outcome.SUPERSEDED);
        }
        LockSupport.unpark(thread);
    }

    /** [the loader's thread, or before it starts] Loads a program of the bank and offers it. */
    public void load(Swap swap) {
        long begin = System.nanoTime();
        if (newest != null && newest.bank() == swap.bank() && newest.program() == swap.program()) {
            swap.primed(newest.preset(), 0);
            swap.end(Swap.Outcome.SAME);
            tell(swap);
            return;
        }
        Optional<BankEntry> entry = bank.find(swap.bank(), swap.program());
        if (entry.isEmpty()) {
            swap.end(Swap.Outcome.UNKNOWN);
            tell(swap);
            return;
        }
        Reading<Preset> reading = library.load(bank, entry.get());
        if (reading.found().isEmpty()) {
            swap.fail(reading.problems().getFirst().toString());
            tell(swap);
            return;
        }
        offer(swap, reading.value(), begin);
    }

    /** [the loader's thread, or before it starts] Primes a preset and offers it. */
    public void load(Swap swap, Preset preset) {
        offer(swap, preset, System.nanoTime());
    }

    private void offer(Swap swap, Preset preset, long begin) {
        try {
            long cold = warmth.warm(preset);
            PrimedPatch primed = primer.prime(++generation, swap, preset);
            long took = System.nanoTime() - begin - cold;
            swap.primed(preset.name(), took);
            if (took > timeoutNanos) {
                swap.fail(preset.name() + " took " + took / 1_000_000 + " ms to prime, more than " + timeoutNanos / 1_000_000
                        + " ms: raise CHRONUS_PRIME_TIMEOUT_MS");
            } else {
                newest = swap;
                engine.offer(primed);
            }
        } catch (PrimeException e) {
            swap.primed(preset.name(), System.nanoTime() - begin);
            swap.fail(e.getMessage());
        }
        tell(swap);
    }

    private void tell(Swap swap) {
        told.accept(swap);
        swap.settle();
    }

    private void run() {
        while (!closed) {
            Swap swap = requested.getAndSet(null);
            if (swap == null) {
                LockSupport.park(this);
            } else {
                load(swap);
            }
        }
    }

    /** Ends the thread. */
    @Override public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
