package org.chronus.instrument.blackbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.Trouble;
import org.chronus.instrument.engine.blackbox.TroubleTape;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Selection;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.tuning.Tuning;

/**
 * Plays a dump again: an engine with the same settings gets the same commands and patches where it was when it got them. Used once;
 * {@link #run} is the audio thread.
 */
public final class Replay {
    private static final int PERIOD = 1_024;

    private final String file;
    private final Dump dump;
    private final List<Preset> presets = new ArrayList<>();
    private final Engine engine;
    private final Primer primer;
    /** The frame of the dump at which the replay begins: a grid line. */
    private final long base;
    private final List<SwapReport> swaps = new ArrayList<>();
    /** Numbers of changes whose place in time is known. */
    private final Set<Long> commits;
    private int nextOffer;
    private int nextSpare;
    private int nextCommand;
    private int nextCallback;
    private PrimedPatch offered;
    private Dump.Offer latest;

    /** @param file of the dump, for messages; @param catalog the module types that there are */
    public Replay(String file, Dump dump, ModuleCatalog catalog) throws DumpException {
        this.file = file;
        this.dump = dump;
        Dump.Header header = dump.header();
        base = header.start() / Module.BLOCK * Module.BLOCK;
        for (Dump.Sound sound : dump.presets()) {
            presets.add(read(sound, new PresetReader(catalog)));
        }
        engine = new Engine(header.rate(), header.channels(), header.pitchOffset(), header.transition().orElse(null));
        if (!header.tuning().isEmpty()) {
            engine.tune(tuning(header.tuning()));
        }
        commits = dump.commands().stream().flatMap(entry -> entry.command() instanceof Selection.Commit commit ? Stream.of(commit.number())
                : Stream.empty()).collect(Collectors.toSet());
        dump.names().forEach(engine.parameters()::give);
        primer = new Primer(header.rate(), engine.pedals(), engine.parameters(), false);
    }

    private Preset read(Dump.Sound sound, PresetReader reader) throws DumpException {
        ReadResult<Preset> reading = reader.read(sound.source().text(), sound.origin());
        if (reading.found().isEmpty()) {
            throw new DumpException(file, "its preset " + sound.name() + " cannot be read here", reading.problems().getFirst().toString());
        }
        Preset preset = reading.value();
        if (!DumpMaker.pitches(Optional.ofNullable(preset.tuning())).equals(sound.tuning())) {
            throw new DumpException(file, "the scale of its preset " + sound.name() + " is another one here", "bring back the file as it was");
        }
        return preset.adjusted(sound.source().level(), sound.source().transpose());
    }

    private static Tuning tuning(List<Float> pitches) {
        float[] all = new float[pitches.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = pitches.get(i);
        }
        return Tuning.of(all);
    }

    /** Frames that it will have. */
    public long frames() {
        return dump.header().end() - base;
    }

    /** Frames that it has so far. */
    public long position() {
        return engine.position();
    }

    /** Renders into the writer. */
    public ReplayReport run(Recorder recorder) throws IOException, DumpException {
        float[] left = new float[PERIOD], right = new float[PERIOD];
        try {
            beginInTheMiddle();
            for (long now = base; now < dump.header().end();) {
                sendCommands(now);
                changeOffers(now);
                lendSpares(now);
                int frames = (int) (Math.min(Math.min(nextEvent(now), now + PERIOD), dump.header().end()) - now);
                engine.render(left, right, frames);
                recorder.write(left, right, frames);
                now += frames;
                collect();
            }
            return report();
        } finally {
            engine.slots().giveBackAll();
            engine.handover().clear(patch -> patch.patch().close());
        }
    }

    /** If the beginning is lost: what played there plays, in its first state. */
    private void beginInTheMiddle() throws DumpException {
        Dump.Offer playing = null;
        for (; nextOffer < dump.offers().size() && base > 0 && dump.offers().get(nextOffer).position() < base; nextOffer++) {
            Dump.Offer offer = dump.offers().get(nextOffer);
            if (offer.swapFrame() >= base) {
                break;
            } else if (offer.swapFrame() >= 0) {
                playing = offer;
            }
        }
        if (playing != null) {
            engine.handover().offer(prime(playing, SwapRequest.AT_ONCE));
        }
    }

    /** Where there is something to do next. What a callback's end cuts matters when a patch fails within it. */
    private long nextEvent(long now) {
        long command = nextCommand < dump.commands().size() ? dump.commands().get(nextCommand).position() : Long.MAX_VALUE;
        long offer = nextOffer < dump.offers().size() ? offer(now) : Long.MAX_VALUE;
        while (nextCallback < dump.callbacks().size() && dump.callbacks().get(nextCallback).position() <= now) {
            nextCallback++;
        }
        long callback = nextCallback < dump.callbacks().size() ? dump.callbacks().get(nextCallback).position() : Long.MAX_VALUE;
        long spare = nextSpare < dump.spares().size() ? dump.spares().get(nextSpare).position() : Long.MAX_VALUE;
        return Math.min(Math.min(command, offer), Math.min(callback, spare));
    }

    /** One from before the beginning waits until there is what it takes over from. */
    private long offer(long now) {
        long position = dump.offers().get(nextOffer).position();
        return position > now ? position : now + Module.BLOCK;
    }

    private void sendCommands(long now) {
        for (; nextCommand < dump.commands().size() && dump.commands().get(nextCommand).position() <= now; nextCommand++) {
            CommandTape.Entry entry = dump.commands().get(nextCommand);
            engine.schedule(Math.max(0, entry.frame() - base), entry.command());
        }
    }

    private void changeOffers(long now) throws DumpException {
        boolean begins = base > 0 && now == base;
        for (; !begins && nextOffer < dump.offers().size() && dump.offers().get(nextOffer).position() <= now; nextOffer++) {
            Dump.Offer offer = dump.offers().get(nextOffer);
            if (!offer.isNothing()) {
                latest = offer;
                offered = prime(offer, base == 0 || commits.contains(offer.number()) ? offer.number() : SwapRequest.AT_ONCE);
                PrimedPatch replaced = engine.handover().offer(offered);
                if (replaced != null) {
                    replaced.patch().close();
                }
            } else if (latest != null && !(latest.swapFrame() >= 0 && latest.swapFrame() <= now) && engine.handover().withdraw(offered)) {
                offered.patch().close();
            }
        }
    }

    private void lendSpares(long now) throws DumpException {
        for (; nextSpare < dump.spares().size() && dump.spares().get(nextSpare).position() <= now; nextSpare++) {
            Dump.Offer spare = dump.spares().get(nextSpare);
            PrimedPatch unused = spare.position() < base ? null
                    : engine.handover().lend(prime(new SwapReport(SwapRequest.preset(0, presets.get(spare.preset()))), presets.get(spare.preset())));
            if (unused != null) {
                unused.patch().close();
            }
        }
    }

    private PrimedPatch prime(Dump.Offer offer, long number) throws DumpException {
        Preset preset = presets.get(offer.preset());
        SwapReport report = new SwapReport(new SwapRequest(number, Math.max(0, offer.frame() - base), System.nanoTime(), offer.bank(),
                offer.program(), Optional.of(preset)));
        swaps.add(report);
        return prime(report, preset);
    }

    private PrimedPatch prime(SwapReport report, Preset preset) throws DumpException {
        try {
            return primer.prime(report, preset);
        } catch (PrimeException wrong) {
            throw new DumpException(file, "a preset cannot be played here", wrong.getMessage());
        }
    }

    private void collect() {
        for (PrimedPatch back = engine.handover().takeBack(); back != null; back = engine.handover().takeBack()) {
            back.patch().close();
        }
    }

    /** How many of a kind there were. */
    private long count(Trouble kind) {
        return dump.troubles().stream().filter(entry -> entry.kind() == kind).mapToLong(TroubleTape.Entry::count).max().orElse(0);
    }

    private ReplayReport report() {
        Dump.Header header = dump.header();
        Exactness exactness = Exactness.of(dump, presets);
        List<Dump.Offer> changes = dump.offers().stream().filter(offer -> !offer.isNothing()).toList();
        for (int i = 0; i < swaps.size() && base == 0; i++) {
            long was = changes.get(i).swapFrame(), is = swaps.get(i).swapFrame();
            if (was != is && (was < 0 || was < header.end())) {
                exactness = exactness.differing(dump, Math.min(was < 0 ? is : was, is < 0 ? was : is));
            }
        }
        if (base == 0 && (count(Trouble.FAILURE) != engine.stats().failures() || count(Trouble.FAILOVER) != engine.stats().failovers())) {
            exactness = exactness.differing(dump, dump.troubles().stream().mapToLong(TroubleTape.Entry::position).min().orElse(0));
        }
        int late = (int) dump.callbacks().stream().filter(entry -> entry.nanos() > 1e9 * entry.frames() / header.rate()).count();
        return new ReplayReport(header.made(), header.cause(), frames(), header.rate(), base, exactness.isExact(), exactness.until(),
                exactness.reasons(), Math.max(-200, 20 * Math.log10(engine.stats().peak())), dump.commands().size(), late,
                changes.stream().map(offer -> new ReplayReport.Change(presets.get(offer.preset()).name(), offer.bank(), offer.program(),
                        offer.swapFrame())).toList(),
                dump.troubles().stream().map(entry -> new ReplayReport.Event(entry.position(), entry.kind().words, entry.count())).toList());
    }
}
