package org.chronus.instrument.assembly;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Transition;
import org.chronus.presets.tuning.Tuning;

/**
 * What an {@link Instrument} is put together from. Immutable; any thread.
 *
 * @param library      where presets are
 * @param bank         where programs are looked up
 * @param catalog      the module types that presets may use
 * @param sampleRate   in Hz, with which it begins
 * @param channels     bit n: MIDI channel n plays
 * @param pitchOffset  semitones added to every key
 * @param tuning       of all keys; empty for equal semitones
 * @param transition   how patches change; empty to leave it to each preset
 * @param timeoutNanos longest prime that may still sound; {@link PresetLoader#OFFLINE} for all the time there is
 * @param ready        patches of programs that are expected next which are kept primed, if there is time
 * @param watchesLoad  true if voices are taken before a deadline is missed
 */
public record InstrumentSetup(PresetLibrary library, Bank bank, ModuleCatalog catalog, int sampleRate, int channels, float pitchOffset,
                              Optional<Tuning> tuning, Optional<Transition> transition, long timeoutNanos, int ready, boolean watchesLoad) {
    /** What is expected next: the next program in the set, and the one before. */
    public static final int NEIGHBOURS = 2;
    private static final int ALL_CHANNELS = 0xFFFF;
    private static final long TIMEOUT_MILLIS = 500;

    /** Plays live, against the clock: on all channels, in equal semitones, as each preset says. */
    public static InstrumentSetup live(PresetLibrary library, Bank bank, ModuleCatalog catalog, int sampleRate) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, ALL_CHANNELS, 0, Optional.empty(), Optional.empty(),
                timeoutNanos(System.getenv()), NEIGHBOURS, true);
    }

    /** Renders as fast as it goes, with all the time it needs; else the same. */
    public static InstrumentSetup offline(PresetLibrary library, Bank bank, ModuleCatalog catalog, int sampleRate) {
        return live(library, bank, catalog, sampleRate).unhurried();
    }

    /** The same, but nothing is left out for want of time. */
    public InstrumentSetup unhurried() {
        return new InstrumentSetup(library, bank, catalog, sampleRate, channels, pitchOffset, tuning, transition, PresetLoader.OFFLINE, 0, false);
    }

    /** The same, but a prime may take so long. */
    public InstrumentSetup withTimeout(long nanos) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, channels, pitchOffset, tuning, transition, nanos, ready, watchesLoad);
    }

    /** The same with so many patches primed ahead. */
    public InstrumentSetup withReady(int patches) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, channels, pitchOffset, tuning, transition, timeoutNanos, patches, watchesLoad);
    }

    /** The same on these MIDI channels, by bits. */
    public InstrumentSetup withChannels(int mask) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, mask, pitchOffset, tuning, transition, timeoutNanos, ready, watchesLoad);
    }

    /** The same with its keys tuned like this, and so many semitones added. */
    public InstrumentSetup withTuning(Optional<Tuning> keys, float semitones) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, channels, semitones, keys, transition, timeoutNanos, ready, watchesLoad);
    }

    /** The same with this change of patches in the place of each preset's own. */
    public InstrumentSetup withTransition(Optional<Transition> how) {
        return new InstrumentSetup(library, bank, catalog, sampleRate, channels, pitchOffset, tuning, how, timeoutNanos, ready, watchesLoad);
    }

    /** The time that a prime may take by the environment, in nanoseconds. */
    private static long timeoutNanos(Map<String, String> environment) {
        String text = environment.getOrDefault("CHRONUS_PRIME_TIMEOUT_MS", "");
        return 1_000_000 * (text.matches("[1-9][0-9]{0,5}") ? Long.parseLong(text) : TIMEOUT_MILLIS);
    }

    Engine engine() {
        LongSupplier processor = watchesLoad ? Engine.processorTime() : () -> 0;
        Engine engine = new Engine(sampleRate, channels, pitchOffset, transition.orElse(null), processor);
        tuning.ifPresent(engine::tune);
        return engine;
    }
}
