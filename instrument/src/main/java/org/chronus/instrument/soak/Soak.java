package org.chronus.instrument.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.HdrHistogram.Histogram;
import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.assembly.ResidentMemory;
import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.EngineStats;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;

/** Plays at random for a long time and finds out whether the instrument keeps its promises. */
public final class Soak {
    private static final long LONGEST_RING_NANOS = 60_000_000_000L, LOOK_NANOS = 50_000_000;
    /** By then every program has been played, and the heap has its size. */
    private static final long SETTLED_NANOS = 180_000_000_000L;

    /**
     * What is played.
     *
     * @param minutes how long
     * @param seed    of what comes by chance
     * @param flood   whether four more keyboards send ten thousand messages a second each
     */
    public record Plan(double minutes, long seed, boolean flood) { }

    private final ReferenceLoad reference;
    private final Instrument instrument;
    private final Engine engine;
    private final AudioBackend audio;
    private final Bank bank;
    private final Runnable stuck;
    private final ConcurrentLinkedQueue<SwapReport> settled = new ConcurrentLinkedQueue<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<SwapReport> open = new ArrayList<>();
    private final Histogram primes = new Histogram(600_000_000_000L, 3);
    private int coldPrimes;

    /**
     * @param audio plays, and is closed in the end
     * @param stuck what to do when a module never returns
     */
    public Soak(PresetLibrary library, Bank bank, ModuleCatalog catalog, AudioBackend audio, Runnable stuck) {
        this.audio = audio;
        this.bank = bank;
        this.stuck = stuck;
        reference = new ReferenceLoad(1e9 * audio.period() / audio.sampleRate());
        instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, audio.sampleRate()));
        instrument.listen(this::hear);
        engine = instrument.engine();
    }

    private void hear(InstrumentEvent event) {
        switch (event) {
            case InstrumentEvent.Settled(SwapReport report) -> settled.add(report);
            case InstrumentEvent.Warning(String line) -> warnings.add(line);
            case InstrumentEvent.Ended _, InstrumentEvent.Moved _, InstrumentEvent.LatePeriods _, InstrumentEvent.FailedOver _ -> { }
        }
    }

    /** Plays. Throws if the audio device does. */
    public SoakReport run(Plan plan) throws IOException {
        List<Integer> programs = List.copyOf(bank.programs(bank.banks().firstKey()).keySet());
        SwapReport first = instrument.begin(new ProgramAddress(bank.banks().firstKey(), programs.getFirst()));
        if (first.outcome() == SwapReport.Outcome.FAILED) {
            throw new IOException(first.reason());
        }
        settled.clear();
        CallbackProbe probe = new CallbackProbe(engine, reference, audio.period(), audio.sampleRate());
        int stuckNotes;
        long[] resident = new long[2];
        RandomPlayer player;
        long flooded = 0;
        JfrMonitor monitor = new JfrMonitor();
        GarbageMeter garbage = new GarbageMeter();
        long garbagePerChange;
        try (monitor) {
            try (instrument) {
                instrument.start(audio, probe, stuck);
                Consumer<Command> cable = command -> instrument.receive(new Event(System.nanoTime(), command));
                RandomPlayer playing = new RandomPlayer(cable, programs, plan.seed());
                player = playing;
                Flood flood = plan.flood() ? new Flood(cable) : null;
                long begin = System.nanoTime(), length = (long) (plan.minutes() * 60e9);
                try (flood) {
                    player.play(() -> {
                        count();
                        if (resident[0] == 0 && length >= 2 * SETTLED_NANOS && System.nanoTime() - begin > SETTLED_NANOS) {
                            resident[0] = ResidentMemory.mebibytes();
                        }
                        if (System.nanoTime() - begin > length / 2) {
                            garbage.begin(playing.asked());
                        }
                        return System.nanoTime() - begin > length;
                    });
                }
                garbagePerChange = garbage.perChange(player.asked());
                flooded = flood == null ? 0 : flood.sent();
                long ring = System.nanoTime();
                while (engine.voices() > 0 && System.nanoTime() - ring < LONGEST_RING_NANOS) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                stuckNotes = engine.voices();
                resident[1] = ResidentMemory.mebibytes();
            }
        }
        count();
        open.forEach(report -> outcomes.merge(name(report), 1, Integer::sum));
        return report(plan, probe, monitor, player.asked(), flooded, garbagePerChange, stuckNotes, resident);
    }

    private SoakReport report(Plan plan, CallbackProbe probe, JfrMonitor monitor, int asked, long flooded, long garbage,
                              int stuckNotes, long[] resident) {
        LateBlockCauses late = LateBlockCauses.of(probe, monitor);
        EngineStats stats = engine.stats();
        return new SoakReport(plan.minutes(), plan.seed(), audio.period(), audio.sampleRate(), probe.blocks(), audio.late(), late,
                SoakReport.Percentiles.of(probe.wall(), 1e3), SoakReport.Percentiles.of(probe.processor(), 1e3),
                SoakReport.Percentiles.of(primes, 1e6), coldPrimes, asked, flooded, outcomes, stats.failures(), stats.failovers(),
                stats.stolen(), stats.shed(), engine.stats().mostVoices(), stuckNotes, engine.refused(), probe.allocated(), garbage, monitor.pauses(),
                monitor.longestPauseMillis(), resident[0], resident[1],
                SoakReport.broken(late.ours(), stuckNotes, probe.allocated(), stats.failures(),
                        outcomes.getOrDefault("failed", 0), resident[0], resident[1]), warnings);
    }

    /** What became of the changes that are settled and, if they were to swap, have. */
    private void count() {
        for (SwapReport swap = settled.poll(); swap != null; swap = settled.poll()) {
            if (swap.isCold()) {
                coldPrimes++;
            } else if (swap.primeMillis() > 0) {
                primes.recordValue((long) (swap.primeMillis() * 1e6));
            }
            open.add(swap);
        }
        open.removeIf(swap -> {
            boolean done = swap.outcome() != SwapReport.Outcome.PENDING;
            if (done) {
                outcomes.merge(name(swap), 1, Integer::sum);
            }
            return done;
        });
    }

    private static String name(SwapReport swap) {
        return swap.outcome().name().toLowerCase(Locale.ROOT);
    }
}
