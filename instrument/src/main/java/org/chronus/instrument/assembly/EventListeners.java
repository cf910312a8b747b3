package org.chronus.instrument.assembly;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.loader.LoaderListener;

/**
 * Those who hear what happens in an instrument, each event on the thread on which it happened. What the loader reports becomes events here.
 * Mutable; any thread but the audio thread.
 */
final class EventListeners implements LoaderListener {
    private final List<Consumer<InstrumentEvent>> listeners = new CopyOnWriteArrayList<>();

    /** From now on this one hears what happens. */
    void add(Consumer<InstrumentEvent> listener) {
        listeners.add(listener);
    }

    /** All of them hear of it. */
    void tell(InstrumentEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override public void settled(SwapReport report) {
        tell(new InstrumentEvent.Settled(report));
    }

    @Override public void ended(SwapReport report) {
        tell(new InstrumentEvent.Ended(report));
    }

    @Override public void warmed() {
        HeapLimit.settle();
    }

    @Override public void warned(String line) {
        tell(new InstrumentEvent.Warning(line));
    }
}
