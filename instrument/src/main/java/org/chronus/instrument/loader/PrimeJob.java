package org.chronus.instrument.loader;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.prime.PrimeException;

/**
 * One prime, on a thread of its own: a module that throws, or never comes back, harms nothing else, and what comes too late is nobody's.
 * The loader starts it and waits.
 */
final class PrimeJob {
    /** More than the heating of code that never ran takes. */
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long GLANCE_MILLIS = 1;

    private final Swap swap;
    private final String name;
    private final FutureTask<PrimedPatch> task;
    private final long begin = System.nanoTime();

    /** Begins. {@code name} is the preset's, for messages. */
    PrimeJob(Swap swap, String name, Callable<PrimedPatch> work) {
        this.swap = swap;
        this.name = name;
        task = new FutureTask<>(work);
        Thread.ofPlatform().name("prime").daemon().start(task);
    }

    /**
     * Waits for the patch.
     *
     * @param limitNanos longest time that it may take, the first heating of module types left aside
     * @param overtaken  true once nobody wants it any more
     * @return the patch, or null if it was overtaken
     * @throws PrimeException if it failed or took too long; then it is abandoned, and nothing has changed
     */
    PrimedPatch await(long limitNanos, BooleanSupplier overtaken) throws PrimeException {
        while (true) {
            try {
                return task.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (overtaken.getAsBoolean()) {
                    task.cancel(true);
                    return null;
                }
                long took = System.nanoTime() - begin;
                if (took > LONGEST_NANOS || !swap.isHeating() && took - swap.heatNanos() > limitNanos) {
                    task.cancel(true);
                    throw new PrimeException(name + " was not ready after " + took / 1_000_000
                            + " ms; what sounds goes on: raise CHRONUS_PRIME_TIMEOUT_MS if it needs more");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof PrimeException known ? known : new PrimeException(name + " cannot be primed: " + e.getCause());
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }
}
