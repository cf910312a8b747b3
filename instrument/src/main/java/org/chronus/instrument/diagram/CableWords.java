package org.chronus.instrument.diagram;

import java.util.List;
import java.util.stream.Collectors;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.presets.value.NumberText;

/** Writes cables as presets do. Stateless; any thread. */
final class CableWords {
    /** What a preset need not write behind a module. */
    private static final List<String> USUAL_OUTPUTS = List.of("out", "left", "right");

    private CableWords() { }

    /** The product that is added: {@code env * note.velocity * 0.5}. */
    static String product(CablePlan cable, Unit unit) {
        String sources = cable.sources().stream().map(CableWords::source).collect(Collectors.joining(" * "));
        String amount = amount(cable, unit);
        return amount.isEmpty() ? sources : sources + " * " + amount;
    }

    /** The whole cable, with its ports. */
    static String whole(CablePlan cable, Unit unit) {
        String sources = cable.sources().stream().map(Source::toString).collect(Collectors.joining(" * "));
        String amount = amount(cable, unit);
        return sources + (amount.isEmpty() ? "" : " * " + amount) + " -> " + cable.target();
    }

    /** True if nothing is multiplied: the cable says it all. */
    static boolean isPlain(CablePlan cable) {
        return cable.sources().size() == 1 && cable.amount() == 1 && !cable.octaves();
    }

    static boolean isFromABox(Source source) {
        return source.isAudioRate();
    }

    private static String source(Source source) {
        return source instanceof Source.ModuleOutput output && USUAL_OUTPUTS.contains(output.port()) ? output.module() : source.toString();
    }

    private static String amount(CablePlan cable, Unit unit) {
        if (cable.octaves()) {
            return NumberText.value(cable.amount(), Unit.OCTAVES);
        }
        boolean bare = unit == Unit.GAIN || unit == Unit.SHARE || unit == Unit.NONE;
        return bare && cable.amount() == 1 ? "" : value(cable.amount(), unit);
    }

    /** A value with its unit; a gain is a factor, as it is in most presets. */
    static String value(double value, Unit unit) {
        return unit == Unit.GAIN ? NumberText.number(value) : NumberText.value(value, unit);
    }

    /** Of what is added to a target: to a pitch, semitones. */
    static Unit unit(Target target, Unit ofInput) {
        return switch (target) {
            case Target.ModuleInput _ -> ofInput == Unit.NOTE ? Unit.SEMITONES : ofInput;
            case Target.NotePitch _ -> Unit.SEMITONES;
            case Target.Out _ -> Unit.GAIN;
        };
    }
}
