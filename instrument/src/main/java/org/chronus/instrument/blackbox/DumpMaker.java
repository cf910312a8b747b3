package org.chronus.instrument.blackbox;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.engine.SampleRate;
import org.chronus.instrument.engine.blackbox.BlackBox;
import org.chronus.instrument.engine.blackbox.CallbackTape;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.OfferTape;
import org.chronus.instrument.engine.blackbox.Tape;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.tuning.Tuning;

/** Makes a dump of the black box of an instrument, which plays on meanwhile. Used once; one thread, but not the audio thread. */
final class DumpMaker {
    private static final int KEYS = 128, CALLBACK_SECONDS = 120;

    private final Instrument instrument;
    private final List<Preset> presets = new ArrayList<>();

    DumpMaker(Instrument instrument) {
        this.instrument = instrument;
    }

    /** Presets that are in the dump, once it is made. */
    List<Preset> presets() {
        return presets;
    }

    /**
     * Of all until now. It takes the end first: what the engine got before that is then on the tapes, and what it gets meanwhile is left out.
     *
     * @param cause why, in words
     */
    Dump make(String cause) {
        BlackBox box = instrument.engine().blackBox();
        InstrumentSetup setup = instrument.setup();
        SampleRate rate = instrument.engine().sampleRate();
        long end = instrument.engine().position(), recent = end - (long) CALLBACK_SECONDS * rate.hertz();
        Tape.Reading<CommandTape.Entry> commands = box.commands();
        Tape.Reading<OfferTape.Entry> offered = box.offers();
        Tape.Reading<OfferTape.Entry> lent = box.spares();
        // A replay has one rate.
        long start = Math.min(end, Math.max(Math.max(rate.since(), commands.lost() == 0 ? 0 : commands.entries().getFirst().position()),
                Math.max(begin(offered), begin(lent))));
        List<Dump.Offer> offers = offered.entries().stream().filter(entry -> entry.position() < end).map(this::offer).toList();
        List<Dump.Offer> spares = lent.entries().stream().filter(entry -> entry.position() < end).map(this::offer).toList();
        List<CallbackTape.Entry> callbacks = box.callbacks().entries().stream()
                .filter(entry -> entry.position() < end && entry.position() >= recent).toList();
        Dump.Header header = new Dump.Header(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                cause, rate.hertz(), instrument.audio().map(AudioBackend::period).orElse(0), setup.channels(), setup.pitchOffset(),
                pitches(setup.tuning()), setup.transition(), setup.bank().name(), start, end, box.heard());
        return new Dump(header, instrument.engine().parameters().all(), presets.stream().map(DumpMaker::sound).toList(), offers, spares,
                commands.entries().stream().filter(entry -> entry.position() < end && entry.position() >= start).toList(),
                box.troubles().entries().stream().filter(entry -> entry.position() < end).toList(), callbacks);
    }

    private static long begin(Tape.Reading<OfferTape.Entry> patches) {
        return patches.lost() == 0 ? 0 : patches.entries().getFirst().position();
    }

    private Dump.Offer offer(OfferTape.Entry entry) {
        if (entry.report() == null) {
            return Dump.Offer.nothing(entry.position());
        }
        int place = presets.indexOf(entry.preset());
        if (place < 0) {
            place = presets.size();
            presets.add(entry.preset());
        }
        SwapRequest request = entry.report().request();
        return new Dump.Offer(entry.position(), place, request.number(), request.frame(), request.bank(), request.program(),
                entry.report().swapFrame());
    }

    private static Dump.Sound sound(Preset preset) {
        return new Dump.Sound(preset.name(), preset.origin(), preset.source(), pitches(Optional.ofNullable(preset.tuning())));
    }

    static List<Float> pitches(Optional<Tuning> tuning) {
        return tuning.map(keys -> IntStream.range(0, KEYS).mapToObj(keys::pitch).toList()).orElse(List.of());
    }
}
