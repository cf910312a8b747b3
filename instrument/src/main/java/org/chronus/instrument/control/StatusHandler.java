package org.chronus.instrument.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.chronus.hosting.isolation.PluginStrikes;
import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.ResidentMemory;
import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.engine.EngineStats;
import org.chronus.instrument.engine.load.CallbackTimes;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.loader.ExpectedProgram;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/** Tells what an instrument does now: what plays and what is next, the sound's way out, load, voices, and what went wrong, by kind. */
final class StatusHandler {
    private static final double P99 = 99, MEDIAN = 50;

    private final Instrument instrument;
    private final DraftHandler drafts;
    private final ProgramHandler programs;
    private final FaultCounts faults;
    private final PluginStrikes strikes = new PluginStrikes(System.getenv());
    private final long begun = System.nanoTime();

    StatusHandler(Instrument instrument, DraftHandler drafts, ProgramHandler programs, FaultCounts faults) {
        this.instrument = instrument;
        this.drafts = drafts;
        this.programs = programs;
        this.faults = faults;
    }

    Answer status() {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("preset", instrument.playing().map(Preset::name).orElse(""));
        values.put("draft", drafts.name());
        values.put("voices", instrument.engine().voices());
        values.put("seconds", (float) instrument.engine().sampleRate().seconds(instrument.engine().position()));
        values.put("refused", instrument.engine().refused());
        values.put("xruns", instrument.audio().map(AudioBackend::late).orElse(0L));
        values.put("pid", ProcessHandle.current().pid());
        values.put("uptime", (float) ((System.nanoTime() - begun) / 1e9));
        values.put("memory", ResidentMemory.mebibytes());
        addPrograms(values);
        instrument.audio().ifPresent(audio -> addAudio(values, audio));
        addLoad(values, instrument.engine().stats());
        values.put("keyboards", instrument.keyboards());
        values.put("plugins", PlayingModules.plugins(instrument.playing()).stream()
                .map(type -> type + strikes.of(type).map(text -> ", " + text).orElse("")).toList());
        addFaults(values, instrument.engine().stats());
        return new Answer.Done(values, List.of());
    }

    private void addPrograms(SequencedMap<String, Object> values) {
        Bank bank = instrument.setList().bank();
        values.put("bank/name", bank.name());
        values.put("bank/number", bank.banks().firstKey());
        values.put("bank/first", bank.first());
        Optional<ProgramAddress> plays = programs.plays();
        values.put("program/bank", plays.map(ProgramAddress::bank).orElse(SwapRequest.NO_PROGRAM));
        values.put("program/number", plays.map(ProgramAddress::program).orElse(SwapRequest.NO_PROGRAM));
        addNeighbour(values, "next", bank, instrument.setList().look(1));
        addNeighbour(values, "previous", bank, instrument.setList().look(-1));
    }

    /** By the name that the preset gives itself, once the loader has looked at it; else by the bank's word for it. */
    private void addNeighbour(SequencedMap<String, Object> values, String where, Bank bank, ProgramAddress place) {
        Optional<ExpectedProgram> expected = instrument.loader().expected(place);
        values.put(where + "/bank", place.bank());
        values.put(where + "/number", place.program());
        values.put(where + "/preset", expected.map(ExpectedProgram::preset)
                .or(() -> bank.find(place.bank(), place.program()).map(BankEntry::presetReference)).orElse(""));
        values.put(where + "/ready", expected.filter(ExpectedProgram::isReady).isPresent());
    }

    /** The latency is from the callback to the ear, and the period that a note waits for. */
    private static void addAudio(SequencedMap<String, Object> values, AudioBackend audio) {
        double millis = audio.latencyMillis() + 1e3 * audio.period() / audio.sampleRate();
        values.put("audio/device", audio.description());
        values.put("audio/rate", audio.sampleRate());
        values.put("audio/period", audio.period());
        values.put("audio/latency", Math.round(millis * audio.sampleRate() / 1e3));
        values.put("audio/milliseconds", (float) millis);
        audio.input().ifPresent(input -> {
            values.put("input/device", input.device());
            values.put("input/milliseconds", (float) input.millis());
            values.put("input/dropped", input.dropped());
            values.put("input/repeated", input.repeated());
            values.put("input/gaps", input.gaps());
        });
    }

    private static void addLoad(SequencedMap<String, Object> values, EngineStats stats) {
        CallbackTimes times = stats.callbacks();
        values.put("load/now", (float) stats.load());
        values.put("load/median", (float) times.share(MEDIAN));
        values.put("load/p99", (float) times.share(P99));
        values.put("load/worst", (float) times.worst());
        values.put("late/worked", times.worked());
        values.put("late/waited", times.waited());
        values.put("notes/stolen", stats.stolen());
        values.put("notes/shed", stats.shed());
        values.put("slots", stats.slots().stream().map(slot -> slot.preset() + ", " + slot.state()).toList());
    }

    /** What never happened is left out. */
    private void addFaults(SequencedMap<String, Object> values, EngineStats stats) {
        SequencedMap<String, Long> all = faults.all();
        all.put("engine", instrument.engine().faults().count());
        all.put("patches", (long) stats.failures());
        all.put("cured", (long) stats.cured());
        all.put("overruns", (long) stats.overruns());
        all.forEach((kind, count) -> {
            if (count > 0) {
                values.put("faults/" + kind, count);
            }
        });
    }
}
