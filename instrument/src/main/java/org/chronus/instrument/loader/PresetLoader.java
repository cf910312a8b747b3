package org.chronus.instrument.loader;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapReport.Outcome;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/**
 * Finds, builds and primes presets on a thread of its own and offers them to the engine. The newest request wins; what sounds goes on when
 * one fails. While nothing is asked for it keeps a patch standing by, primes what is expected next, and makes the rest of the bank warm.
 * When the sample rate changes, what played is made anew. Whatever one request throws, the thread goes on.
 */
public final class PresetLoader implements AutoCloseable {
    /** What an engine needs that has all the time there is: no timeout, and no work but what is asked for. */
    public static final long OFFLINE = Long.MAX_VALUE;
    private static final long LOOK_NANOS = 2_000_000, PATIENCE_MILLIS = 1_000;
    /** Patches that wait to be asked for again: two of each preset of a set, one to play and one to stand by. About 1 MB each. */
    private static final int POOLED = 32;

    private final Programs programs;
    private final Handover handover;
    private final PatchPool pool = new PatchPool(POOLED);
    private final PatchFactory factory;
    private final Offers offers;
    private final StandbyKeeper standby;
    private final ReadyPatches ready;
    private final BackgroundWarmup background;
    private final RateChange rate;
    private final LoaderListener listener;
    private final SwapNotifier notifier;
    private final long timeoutNanos;
    private final AtomicReference<SwapReport> requested = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;
    private boolean warm;

    /**
     * @param timeoutNanos longest prime that may still sound; {@link #OFFLINE} for an engine that renders into a file
     * @param most         patches of expected programs that are kept ready; offline none are
     */
    public PresetLoader(PresetLibrary library, Bank bank, ModuleCatalog types, Engine engine, LoaderListener listener, long timeoutNanos, int most) {
        programs = new Programs(library, bank);
        this.listener = listener;
        notifier = new SwapNotifier(listener);
        this.timeoutNanos = timeoutNanos;
        handover = engine.handover();
        float hertz = engine.sampleRate().hertz();
        Primer primer = new Primer(hertz, engine.pedals(), engine.parameters(), timeoutNanos != OFFLINE);
        KernelWarmup warmup = new KernelWarmup(primer, hertz, listener::warned);
        factory = new PatchFactory(primer, warmup, pool, hertz);
        offers = new Offers(handover, pool);
        standby = new StandbyKeeper(handover, factory, pool, types, listener::warned);
        ready = new ReadyPatches(most, programs::find, factory, pool, listener::warned);
        background = new BackgroundWarmup(library, bank, standby.lastResort(), warmup, listener::warned);
        rate = new RateChange(engine.sampleRate(), factory, ready, offers, listener::warned);
        thread = Thread.ofPlatform().name("loader").daemon().unstarted(this::run);
    }

    /** Starts the thread that answers {@link #request}. */
    public void start() {
        thread.start();
    }

    /** [any thread but audio] Asks for a change; an earlier request that is not ready is forgotten. Returns what becomes of it. */
    public SwapReport request(SwapRequest request) {
        SwapReport report = new SwapReport(request), late = requested.getAndSet(report);
        if (late != null) {
            notifier.overtake(late);
        }
        LockSupport.unpark(thread);
        return report;
    }

    /**
     * [any thread but audio] These programs are likely to be asked for next, the first most: as many as may be are primed, and the others
     * are made warm before the rest of the bank. To be called after the request that led there.
     */
    public void expect(List<ProgramAddress> programs) {
        ready.expect(programs);
        background.expect(programs);
    }

    /** [any thread but audio] From now on programs are those of another bank: the old one, as it was read anew. */
    public void use(Bank other) {
        programs.use(other);
        offers.renumber();
    }

    /** [any thread but audio] A program that is expected, once its file was read; nothing for any other. */
    public Optional<ExpectedProgram> expected(ProgramAddress program) {
        return ready.find(program);
    }

    /** [the loader's thread, or before it starts] Loads what a request asks for and offers it. */
    public SwapReport load(SwapRequest request) {
        SwapReport report = new SwapReport(request);
        load(report);
        return report;
    }

    private void load(SwapReport report) {
        try {
            find(report);
        } catch (Throwable thrown) {
            report.end(Outcome.FAILED, (report.preset().isEmpty() ? "the preset" : report.preset()) + " cannot be loaded: " + thrown);
        }
        notifier.settle(report);
    }

    private void find(SwapReport report) {
        Optional<SwapReport> same = offers.find(report.request());
        Optional<ReadResult<Preset>> reading = same.isPresent() ? Optional.empty() : programs.read(report.request());
        if (same.isPresent()) {
            report.found(same.get().preset());
            report.end(Outcome.SAME, "");
        } else if (reading.isEmpty()) {
            report.end(Outcome.UNKNOWN, "");
        } else if (reading.get().found().isEmpty()) {
            report.end(Outcome.FAILED, reading.get().problems().getFirst().toString());
        } else {
            prime(report, reading.get().value());
        }
    }

    private void prime(SwapReport report, Preset preset) {
        report.found(preset.name());
        PrimedPatch primedAhead = ready.take(preset);
        if (primedAhead != null) {
            offer(factory.forAnother(report, primedAhead), 0);
            return;
        }
        PrimeJob job = factory.begin(report, preset);
        try {
            PrimedPatch primed = job.await(handover.playing() == null || rate.isSilent() ? OFFLINE : PrimeJob.limit(preset, timeoutNanos),
                    this::isRequestOvertaken);
            if (primed == null) {
                report.end(Outcome.SUPERSEDED, "");
            } else {
                offer(primed, job.warmupNanos());
            }
        } catch (PrimeException e) {
            report.end(Outcome.FAILED, e.getMessage());
        }
    }

    private void offer(PrimedPatch primed, long warmupNanos) {
        primed.report().ready(warmupNanos);
        if (!rate.isAwaited(primed.report())) {
            notifier.expectEnd(primed.report());
        }
        offers.offer(primed);
        rate.offered(primed.report());
    }

    /** True once the newest request is another, or there is nobody left to ask; offline every one is waited for. */
    private boolean isRequestOvertaken() {
        return timeoutNanos != OFFLINE && (closed || requested.get() != null);
    }

    /** True once there is something more urgent than what nobody has asked for yet. */
    private boolean isOvertaken() {
        return isRequestOvertaken() || rate.hasCome();
    }

    /** True once there is something else to do than to prime this program. */
    private boolean isOvertaken(ProgramAddress program) {
        SwapReport report = requested.get();
        SwapRequest other = report == null ? null : report.request();
        return closed || rate.hasCome() || other != null && !programs.address(other.bank(), other.program()).equals(Optional.of(program));
    }

    private void run() {
        while (!closed) {
            try {
                work();
            } catch (Throwable thrown) {
                // One line and a pause, so that an error that comes again and again does not take the machine.
                listener.warned("loader: " + thrown + ": this is a mistake of ours; the loader goes on");
                LockSupport.parkNanos(this, 50 * LOOK_NANOS);
            }
        }
        shutDown();
    }

    private void work() {
        notifier.tellOvertaken();
        notifier.tellEnded();
        if (standby.collect()) {
            offers.forget();
        }
        rate.follow();
        SwapReport report = requested.getAndSet(null);
        if (report != null) {
            load(report);
            return;
        }
        if (rate.bringBack(this::prime)) {
            return;
        }
        standby.prepare(timeoutNanos, () -> isOvertaken() || rate.isReturning());
        if (timeoutNanos == OFFLINE || handover.playing() == null) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        } else if (!background.warmLastResort(this::isOvertaken) && !ready.prepareNext(timeoutNanos, this::isOvertaken)
                && !background.warmNext(() -> isOvertaken() || ready.hasNews())) {
            if (!warm) {
                warm = true;
                listener.warmed();
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    /** Whatever is left is closed: the engine has given back what it had. */
    private void shutDown() {
        notifier.tellEnded();
        handover.clear(patch -> patch.patch().close());
        ready.close();
        pool.close();
    }

    /** Ends the thread, which closes all patches that the engine does not have; if it never started, this thread does it. */
    @Override public void close() {
        closed = true;
        LockSupport.unpark(thread);
        if (thread.getState() == Thread.State.NEW) {
            shutDown();
            return;
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
