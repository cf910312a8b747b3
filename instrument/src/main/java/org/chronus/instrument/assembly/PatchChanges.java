package org.chronus.instrument.assembly;

import java.util.Optional;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Selection;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * Changes of the patch while it plays: each gets a number and its place in time, among the notes, and the loader is asked for the patch.
 * Mutable; any thread but the audio thread. Times are those of {@link System#nanoTime}.
 */
final class PatchChanges {
    private final Engine engine;
    private final PresetLoader loader;
    private final SetList setList;
    private final EventListeners listeners;
    private long requests;

    /** @param listeners hear of a change for which the engine has no room; of all others the loader tells */
    PatchChanges(Engine engine, PresetLoader loader, SetList setList, EventListeners listeners) {
        this.engine = engine;
        this.loader = loader;
        this.setList = setList;
        this.listeners = listeners;
    }

    /** Asks for a program so many places further on in the set list, or back. */
    SwapReport step(long nanos, int places) {
        ProgramAddress address = setList.step(places);
        return request(nanos, address.bank(), address.program(), Optional.empty());
    }

    /** Asks for a program. */
    SwapReport program(long nanos, int bank, int program) {
        setList.goTo(bank, program);
        return request(nanos, bank, program, Optional.empty());
    }

    /** Asks for a program whose preset is known. */
    SwapReport program(long nanos, int bank, int program, Preset preset) {
        return request(nanos, bank, program, Optional.of(preset));
    }

    /** Asks for a preset that is in no bank. */
    SwapReport preset(long nanos, Preset preset) {
        return request(nanos, SwapRequest.NO_PROGRAM, SwapRequest.NO_PROGRAM, Optional.of(preset));
    }

    /** The change takes its place in time first, so that it stands there whatever the loader does. */
    private synchronized SwapReport request(long nanos, int bank, int program, Optional<Preset> preset) {
        requests++;
        SwapRequest request = new SwapRequest(requests, 0, nanos, bank, program, preset);
        if (engine.offer(new Event(nanos, new Selection.Commit(Instrument.OWN_SOURCE, request.number())))) {
            return loader.request(request);
        }
        SwapReport report = new SwapReport(request);
        report.end(SwapReport.Outcome.FAILED, "too much at once: what sounds goes on");
        report.settle();
        listeners.settled(report);
        return report;
    }
}
