package org.chronus.instrument.loader;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.chronus.instrument.engine.SampleRate;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.preset.Preset;

/**
 * Follows the sample rate of the engine: patches are built for one. When it has changed, all that was made for the old one goes, and what played
 * is to be made ready again, with everything silent until then. Mutable; the loader's thread.
 */
final class RateChange {
    private final SampleRate engine;
    private final PatchFactory factory;
    private final ReadyPatches ready;
    private final Offers offers;
    private final Consumer<String> say;
    private Optional<Offers.Again> awaited = Optional.empty();
    private Optional<SwapReport> returning = Optional.empty();

    /** @param say hears why what played cannot come back */
    RateChange(SampleRate engine, PatchFactory factory, ReadyPatches ready, Offers offers, Consumer<String> say) {
        this.engine = engine;
        this.factory = factory;
        this.ready = ready;
        this.offers = offers;
        this.say = say;
    }

    /** True if the engine has another rate than the patches that are made. */
    boolean hasCome() {
        return engine.hertz() != factory.sampleRate();
    }

    /** Makes patches for the rate that the engine has now. */
    void follow() {
        if (hasCome()) {
            // One that was to come back already, and has not been offered again, is still to come back.
            Optional<Offers.Again> next = offers.restart();
            awaited = awaited.isPresent() ? awaited : next;
            ready.renew();
            factory.rate(engine.hertz());
        }
    }

    /** True while nothing can sound, because no patch for the new rate has been offered. */
    boolean isSilent() {
        return awaited.isPresent();
    }

    /** Makes what played ready again, because nothing sounds without it; false if there is nothing to do. It fails once, and is not tried again. */
    boolean bringBack(BiConsumer<SwapReport, Preset> prime) {
        if (awaited.isEmpty()) {
            return false;
        }
        Offers.Again again = awaited.get();
        prime.accept(again.report(), again.preset());
        if (again.report().outcome() == SwapReport.Outcome.FAILED) {
            awaited = Optional.empty();
            say.accept(again.report().reason());
        }
        return true;
    }

    /** True if this is what becomes of that. */
    boolean isAwaited(SwapReport report) {
        return awaited.isPresent() && awaited.get().report() == report;
    }

    /** A patch is offered: whatever it is, it ends the silence. */
    void offered(SwapReport report) {
        returning = awaited.map(_ -> report);
        awaited = Optional.empty();
    }

    /** True while the patch that ends the silence has been offered, and has not taken over. */
    boolean isReturning() {
        return returning.isPresent() && returning.get().outcome() == SwapReport.Outcome.PENDING;
    }
}
