package org.chronus.instrument.loader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/**
 * Makes warm what has not been asked for yet: first what takes over when all else fails, then what is expected next, then the rest of the
 * bank. Every preset is read and checked on the way. The loader's thread, when it has nothing else to do.
 */
final class BackgroundWarmup {
    private final PresetLibrary library;
    private final Bank bank;
    private final KernelWarmup warmup;
    private final Consumer<String> told;
    /** Programs whose module types may not have run yet. */
    private final Deque<BankEntry> cold = new ArrayDeque<>();
    private final AtomicReference<List<ProgramAddress>> expected = new AtomicReference<>(List.of());
    private final Set<String> said = new HashSet<>();
    private Optional<Preset> lastResort;

    /**
     * @param last   what takes over when all else fails
     * @param told   hears what is wrong with a preset, before it is needed
     */
    BackgroundWarmup(PresetLibrary library, Bank bank, Preset last, KernelWarmup warmup, Consumer<String> told) {
        this.library = library;
        this.bank = bank;
        lastResort = Optional.of(last);
        this.warmup = warmup;
        this.told = told;
        bank.banks().values().forEach(programs -> cold.addAll(programs.values()));
    }

    /** [any thread but audio] These programs are likely to be asked for next, the first most. */
    void expect(List<ProgramAddress> programs) {
        expected.set(programs);
    }

    /** Makes what takes over when all else fails warm; false if it is, as {@link #warmNext}. */
    boolean warmLastResort(BooleanSupplier interrupted) {
        if (lastResort.isEmpty()) {
            return false;
        }
        warm(lastResort.get(), interrupted);
        lastResort = interrupted.getAsBoolean() ? lastResort : Optional.empty();
        return true;
    }

    /**
     * Makes one more preset warm; false if none is cold. One that is interrupted has its turn again.
     *
     * @param interrupted true once something more urgent is asked for
     */
    boolean warmNext(BooleanSupplier interrupted) {
        for (ProgramAddress address : expected.getAndSet(List.of()).reversed()) {
            bank.find(address.bank(), address.program()).ifPresent(cold::addFirst);
        }
        if (cold.isEmpty()) {
            return false;
        }
        warm(cold.peek(), interrupted);
        if (!interrupted.getAsBoolean()) {
            cold.remove();
        }
        return true;
    }

    private void warm(BankEntry entry, BooleanSupplier interrupted) {
        ReadResult<Preset> reading = library.load(bank, entry);
        reading.found().ifPresent(preset -> warm(preset, interrupted));
        if (reading.found().isEmpty() && said.add(entry.presetReference())) {
            told.accept(reading.problems().getFirst().toString());
        }
    }

    private void warm(Preset preset, BooleanSupplier interrupted) {
        try {
            new PrimeJob(preset.name(), _ -> { }, clock -> {
                warmup.warm(preset, clock);
                return null;
            }).await(PresetLoader.OFFLINE, interrupted);
        } catch (PrimeException e) {
            told.accept(e.getMessage());
        }
    }
}
