package org.chronus.instrument.loader;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.presets.preset.Preset;

/**
 * One prime, on a thread of its own: a module that throws, or never comes back, harms nothing else, and a patch that comes too late is
 * closed, one that is no longer wanted is put aside. The loader starts it and waits; the job knows how long it spent on warming up code.
 */
final class PrimeJob implements WarmupClock {
    /** Longer than the warm-up of all module types takes. */
    private static final long LONGEST_NANOS = 180_000_000_000L;
    private static final long GLANCE_MILLIS = 1;

    /** What the thread does. */
    @FunctionalInterface
    interface Work {
        /** [prime] The patch; null if none was to be made. */
        PrimedPatch run(WarmupClock clock) throws PrimeException;
    }

    private final String name;
    private final Consumer<PrimedPatch> unwanted;
    private final FutureTask<PrimedPatch> task;
    private final Thread thread;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final long begin = System.nanoTime();
    private volatile boolean tooLate;
    private volatile boolean warming;
    private volatile long warmupNanos;

    /**
     * Begins.
     *
     * @param name     the preset's, for messages
     * @param unwanted gets a good patch that nobody waits for any more, on the thread that primes
     */
    PrimeJob(String name, Consumer<PrimedPatch> unwanted, Work work) {
        this.name = name;
        this.unwanted = unwanted;
        task = new FutureTask<>(() -> keep(work.run(this)));
        thread = Thread.ofPlatform().name("prime").daemon().start(task);
    }

    /** How long a preset may take: as usual, or as long as it says itself. In nanoseconds. */
    static long limit(Preset preset, long usualNanos) {
        return Math.max(usualNanos, Math.round(1e9 * preset.primeSeconds()));
    }

    /** [prime] A patch that nobody waits for any more is put aside; one that took too long is closed. */
    private PrimedPatch keep(PrimedPatch made) {
        if (!decided.compareAndSet(false, true) && made != null) {
            if (tooLate) {
                made.patch().close();
            } else {
                unwanted.accept(made);
            }
        }
        return made;
    }

    @Override public void begin() {
        warming = true;
    }

    @Override public void end(long nanos) {
        warmupNanos = nanos;
        warming = false;
    }

    /** How long it spent on warming up code, in nanoseconds. */
    long warmupNanos() {
        return warmupNanos;
    }

    /**
     * Waits for the patch.
     *
     * @param limitNanos longest time that it may take, the warm-up left aside
     * @param overtaken  true once nobody wants it any more
     * @return the patch, or null if it was overtaken
     * @throws PrimeException if it failed or took too long; then it is abandoned, and nothing has changed
     */
    PrimedPatch await(long limitNanos, BooleanSupplier overtaken) throws PrimeException {
        while (true) {
            try {
                return task.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long took = System.nanoTime() - begin;
                boolean unwantedNow = overtaken.getAsBoolean();
                tooLate = took > LONGEST_NANOS || !warming && took - warmupNanos > limitNanos;
                if ((tooLate || unwantedNow) && abandon()) {
                    if (unwantedNow) {
                        return null;
                    }
                    throw new PrimeException(name + " was not ready after " + took / 1_000_000
                            + " ms; what sounds goes on: raise CHRONUS_PRIME_TIMEOUT_MS if it needs more");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof PrimeException known ? known : new PrimeException(name + " cannot be primed: " + e.getCause());
            } catch (InterruptedException e) {
                abandon();
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /** False if the patch is ready after all. */
    private boolean abandon() {
        boolean abandoned = decided.compareAndSet(false, true);
        if (abandoned) {
            // Not cancelled: a job that has not begun must give back the patch that it was to prime again.
            thread.interrupt();
        }
        return abandoned;
    }
}
