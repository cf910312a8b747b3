package org.chronus.instrument.loader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/**
 * Finds, builds and primes presets on a thread of its own and offers them to the engine. The newest request wins; what sounds goes on
 * when one fails. While nothing is asked for it keeps a patch standing by and makes the rest of the bank warm.
 */
public final class PresetLoader implements AutoCloseable {
    /** What an engine needs that has all the time there is: no timeout, and no work but what is asked for. */
    public static final long OFFLINE = Long.MAX_VALUE;
    private static final long TIMEOUT_MILLIS = 500, LOOK_NANOS = 2_000_000;

    /** Hears what the loader has done, on its thread. */
    public interface Listener {
        /** A program change is ready, or came to nothing. */
        void settled(Swap swap);

        /** Something else that a player should know, in a line; each kind once. */
        default void warned(String line) { }
    }

    private final PresetLibrary library;
    private final Bank bank;
    private final Handover handover;
    private final Primer primer;
    private final KernelWarmup warmth;
    private final StandbyKeeper caretaker;
    private final Listener listener;
    private final long timeoutNanos;
    private final AtomicReference<Swap> requested = new AtomicReference<>();
    /** Requests that were forgotten before they began, until the listener has heard of it. */
    private final Queue<Swap> overtaken = new ConcurrentLinkedQueue<>();
    private final BackgroundWarmup heater;
    private final Thread thread;
    private volatile boolean closed;
    private Swap newest;
    private Swap before;
    private PrimedPatch underway;

    /** @param timeoutNanos longest prime that may still sound; {@link #OFFLINE} for an engine that renders into a file */
    public PresetLoader(PresetLibrary library, Bank bank, ModuleCatalog catalog, Engine engine, float sampleRate, Listener listener,
                        long timeoutNanos) {
        this.library = library;
        this.bank = bank;
        this.listener = listener;
        this.timeoutNanos = timeoutNanos;
        handover = engine.handover();
        primer = new Primer(sampleRate, engine.pedals(), engine.parameters());
        warmth = new KernelWarmup(primer, sampleRate);
        caretaker = new StandbyKeeper(handover, primer, warmth, catalog, listener::warned);
        heater = new BackgroundWarmup(library, bank, caretaker.lastResort(), warmth, listener::warned);
        thread = Thread.ofPlatform().name("loader").daemon().unstarted(this::run);
    }

    /** The time that a prime may take by the environment, in nanoseconds. */
    public static long timeoutNanos(Map<String, String> environment) {
        String text = environment.getOrDefault("CHRONUS_PRIME_TIMEOUT_MS", "");
        return 1_000_000 * (text.matches("[1-9][0-9]{0,5}") ? Long.parseLong(text) : TIMEOUT_MILLIS);
    }

    /** Starts the thread that answers {@link #request}. */
    public void start() {
        thread.start();
    }

    /**
     * [any thread but audio] Asks for a program, or for a preset that the change carries; an earlier request that is not ready is
     * forgotten.
     */
    public void request(Swap swap) {
        swap.ask();
        Swap late = requested.getAndSet(swap);
        if (late != null) {
            late.end(Swap.Outcome.SUPERSEDED);
            overtaken.add(late);
        }
        LockSupport.unpark(thread);
    }

    /**
     * [any thread but audio] These programs are likely to be asked for next, the first most: they are made ready before the rest of the
     * bank.
     */
    public void expect(List<ProgramAddress> programs) {
        heater.expect(programs);
    }

    /** [the loader's thread, or before it starts] Loads what a change asks for and offers it. */
    public void load(Swap swap) {
        if (swap.isFor(before) && underway != null && handover.withdraw(underway)) {
            // What sounds is what is wanted: the change to another, which has not sounded yet, is taken back.
            underway.swap().end(Swap.Outcome.SUPERSEDED);
            underway = null;
            newest = before;
        }
        if (swap.isFor(newest)) {
            swap.named(newest.preset());
            end(swap, Swap.Outcome.SAME);
            return;
        }
        if (swap.carried() != null) {
            load(swap, swap.carried());
            return;
        }
        Optional<BankEntry> entry = bank.find(swap.bank(), swap.program());
        if (entry.isEmpty()) {
            end(swap, Swap.Outcome.UNKNOWN);
            return;
        }
        ReadResult<Preset> reading = library.load(bank, entry.get());
        if (reading.found().isEmpty()) {
            swap.fail(reading.problems().getFirst().toString());
            settle(swap);
            return;
        }
        load(swap, reading.value());
    }

    /** [the loader's thread, or before it starts] Primes a preset and offers it. */
    public void load(Swap swap, Preset preset) {
        swap.ask();
        swap.named(preset.name());
        try {
            PrimedPatch primed = prime(swap, preset);
            if (primed == null) {
                end(swap, Swap.Outcome.SUPERSEDED);
                return;
            }
            swap.ready();
            PrimedPatch late = handover.offer(primed);
            before = late == null ? newest : before;
            newest = swap;
            underway = primed;
        } catch (PrimeException e) {
            swap.fail(e.getMessage());
        }
        settle(swap);
    }

    private PrimedPatch prime(Swap swap, Preset preset) throws PrimeException {
        return new PrimeJob(swap, preset.name(), () -> {
            Patch patch = primer.build(preset);
            warmth.warm(preset, swap);
            return primer.prime(swap, preset, patch);
        }).await(handover.playing() == null ? OFFLINE : timeoutNanos, this::isOvertaken);
    }

    /** True once the newest request is another; offline every one is waited for. */
    private boolean isOvertaken() {
        return timeoutNanos != OFFLINE && requested.get() != null;
    }

    private void end(Swap swap, Swap.Outcome outcome) {
        swap.end(outcome);
        settle(swap);
    }

    private void settle(Swap swap) {
        listener.settled(swap);
        swap.settle();
    }

    private void run() {
        while (!closed) {
            for (Swap late = overtaken.poll(); late != null; late = overtaken.poll()) {
                settle(late);
            }
            Swap swap = requested.getAndSet(null);
            if (swap != null) {
                load(swap);
            } else {
                // What failed is to be had again by asking for it.
                newest = caretaker.attend(timeoutNanos, this::isOvertaken) ? null : newest;
                boolean plays = timeoutNanos != OFFLINE && handover.playing() != null;
                if (!plays || !heater.heatNext(() -> isOvertaken() || closed)) {
                    LockSupport.parkNanos(this, LOOK_NANOS);
                }
            }
        }
    }

    /** Ends the thread. */
    @Override public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
