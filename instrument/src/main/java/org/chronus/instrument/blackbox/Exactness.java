package org.chronus.instrument.blackbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.chronus.instrument.engine.blackbox.Trouble;
import org.chronus.instrument.engine.blackbox.TroubleTape;
import org.chronus.modules.Module;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.presets.preset.Preset;

/**
 * How far a replay is the same to the bit. Immutable; any thread.
 *
 * @param until   the first frame that may differ; the end of the dump if none may
 * @param reasons why, each with its time; empty if all is exact
 */
public record Exactness(long until, List<String> reasons) {
    private record Doubt(long from, String reason) { }

    /** Of a dump, by what it says itself. {@code presets}: those of the dump, read again. */
    public static Exactness of(Dump dump, List<Preset> presets) {
        Dump.Header header = dump.header();
        List<Doubt> doubts = new ArrayList<>();
        if (header.start() > 0) {
            doubts.add(new Doubt(header.start(), "what came before is not known: the black box was too short, or the sample rate changed"));
        }
        for (Dump.Offer offer : dump.offers()) {
            if (!offer.isNothing() && offer.swapFrame() >= 0 && offer.swapFrame() < header.end()) {
                Preset preset = presets.get(offer.preset());
                if (preset.hostsPlugins()) {
                    doubts.add(new Doubt(offer.swapFrame(), preset.name() + " has plugins, which may be late or differ"));
                }
                if (header.input() && usesInput(preset.plan())) {
                    doubts.add(new Doubt(offer.swapFrame(), preset.name() + " uses the audio input, which is not kept"));
                }
            }
        }
        for (TroubleTape.Entry entry : dump.troubles()) {
            if (!isRepeated(entry, dump)) {
                doubts.add(new Doubt(Math.max(0, entry.position() - Module.BLOCK), entry.kind().words));
            }
        }
        return sum(dump, doubts);
    }

    /** What a patch does wrong it does again, and the same as what stood by takes over, if callbacks end where they did. */
    private static boolean isRepeated(TroubleTape.Entry entry, Dump dump) {
        boolean isFailure = entry.kind() == Trouble.FAILURE || entry.kind() == Trouble.FAILOVER;
        return isFailure && !dump.callbacks().isEmpty() && dump.callbacks().getFirst().position() <= entry.position() - 2 * Module.BLOCK;
    }

    /** The same, but patches took over elsewhere in the replay from this frame on. */
    Exactness differing(Dump dump, long from) {
        List<String> all = new ArrayList<>(reasons);
        all.add(text(dump, new Doubt(from, "a preset took over at another frame in the replay, or failed")));
        return new Exactness(Math.min(until, from), List.copyOf(all));
    }

    private static Exactness sum(Dump dump, List<Doubt> doubts) {
        long until = doubts.stream().mapToLong(Doubt::from).min().orElse(dump.header().end());
        List<String> reasons = doubts.stream().sorted(Comparator.comparingLong(Doubt::from)).filter(firsts())
                .map(doubt -> text(dump, doubt)).toList();
        return new Exactness(until, reasons);
    }

    /** Of several with the same reason the first. */
    private static Predicate<Doubt> firsts() {
        Set<String> said = new HashSet<>();
        return doubt -> said.add(doubt.reason());
    }

    private static String text(Dump dump, Doubt doubt) {
        return String.format(Locale.ROOT, "from %.3f s on: %s", dump.seconds(doubt.from()), doubt.reason());
    }

    private static boolean usesInput(PatchPlan plan) {
        return Stream.concat(Stream.of(plan.mix()), plan.parts().stream().map(PatchPlan.PartPlan::graph)).flatMap(graph -> graph.cables().stream())
                .flatMap(cable -> cable.sources().stream()).anyMatch(Source.AudioInput.class::isInstance);
    }

    /** True if the whole is the same to the bit. */
    public boolean isExact() {
        return reasons.isEmpty();
    }
}
