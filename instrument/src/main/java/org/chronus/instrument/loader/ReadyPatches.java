package org.chronus.instrument.loader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * Patches of what is expected next, primed before anybody asks for them: such a change waits for nothing but the grid. What is no longer
 * expected goes to the pool. Mutable; the loader's thread, but for {@link #expect}.
 */
final class ReadyPatches {
    private final int most;
    private final Function<ProgramAddress, Optional<Preset>> reader;
    private final PatchFactory factory;
    private final PatchPool pool;
    private final Consumer<String> say;
    /** What is expected, until it has been looked at; else null. */
    private final AtomicReference<List<ProgramAddress>> news = new AtomicReference<>();
    /** What is expected and not ready, the most likely first. */
    private final SequencedMap<ProgramAddress, Preset> missing = new LinkedHashMap<>();
    private final List<PrimedPatch> ready = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private List<ProgramAddress> latest = List.of();
    /** What is expected, with its preset. */
    private final Map<ProgramAddress, Preset> expected = new HashMap<>();
    /** The same for other threads; replaced whenever it changes. */
    private volatile Map<ProgramAddress, ExpectedProgram> told = Map.of();

    /**
     * @param most   patches that are kept ready
     * @param reader finds the preset of a program; nothing if that cannot be read
     * @param say    hears, once for each preset, why it cannot be primed
     */
    ReadyPatches(int most, Function<ProgramAddress, Optional<Preset>> reader, PatchFactory factory, PatchPool pool, Consumer<String> say) {
        this.most = most;
        this.reader = reader;
        this.factory = factory;
        this.pool = pool;
        this.say = say;
    }

    /** [any thread but audio] These programs are likely to be asked for next, the first most. */
    void expect(List<ProgramAddress> programs) {
        news.set(programs);
    }

    /** [any thread but audio] A program that is expected and was looked at. */
    Optional<ExpectedProgram> find(ProgramAddress program) {
        return Optional.ofNullable(told.get(program));
    }

    private void tell() {
        told = expected.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> new ExpectedProgram(
                each.getValue().name(), ready.stream().anyMatch(patch -> patch.preset().equals(each.getValue())))));
    }

    /** [loader] True if what is expected has not been looked at. */
    boolean hasNews() {
        return news.get() != null;
    }

    /** A patch that was built from an equal preset, primed, and not played since; null if there is none. */
    PrimedPatch take(Preset preset) {
        for (Iterator<PrimedPatch> all = ready.iterator(); all.hasNext();) {
            PrimedPatch patch = all.next();
            if (patch.preset().equals(preset)) {
                all.remove();
                tell();
                return patch;
            }
        }
        return null;
    }

    /**
     * Primes one more; false if all that is expected is ready. One that fails is left out until it is expected anew, one that is overtaken
     * has its turn again.
     *
     * @param limitNanos longest time that it may take
     * @param overtaken  true once something is more urgent than this program
     */
    boolean prepareNext(long limitNanos, Predicate<ProgramAddress> overtaken) {
        List<ProgramAddress> programs = news.getAndSet(null);
        if (programs != null) {
            latest = programs;
            look(programs.stream().limit(most).toList());
        }
        if (missing.isEmpty()) {
            return false;
        }
        Map.Entry<ProgramAddress, Preset> next = missing.firstEntry();
        Preset preset = next.getValue();
        PrimeJob job = factory.begin(new SwapReport(SwapRequest.preset(0, preset)), preset);
        try {
            PrimedPatch patch = job.await(PrimeJob.limit(preset, limitNanos), () -> overtaken.test(next.getKey()));
            if (patch != null) {
                missing.remove(next.getKey());
                ready.add(patch);
                tell();
            }
        } catch (PrimeException e) {
            missing.remove(next.getKey());
            if (said.add(preset.name())) {
                say.accept(e.getMessage());
            }
        }
        return true;
    }

    /** Reads the files anew: a patch of what has changed since is not kept. */
    private void look(List<ProgramAddress> programs) {
        missing.clear();
        expected.clear();
        for (ProgramAddress program : programs) {
            Optional<Preset> found = reader.apply(program);
            found.ifPresent(preset -> expected.put(program, preset));
            found.filter(preset -> !missing.containsValue(preset)).ifPresent(preset -> missing.put(program, preset));
        }
        ready.removeIf(patch -> {
            boolean kept = missing.values().remove(patch.preset());
            if (!kept) {
                pool.put(patch);
            }
            return !kept;
        });
        tell();
    }

    /** All go to the pool, and are made anew. */
    void renew() {
        close();
        news.compareAndSet(null, latest);
    }

    /** All go to the pool. */
    void close() {
        ready.forEach(pool::put);
        ready.clear();
    }
}
