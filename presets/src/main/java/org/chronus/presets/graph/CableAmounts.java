package org.chronus.presets.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.chronus.modules.Unit;
import org.chronus.presets.graph.CableText.Product;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.value.NumberText;
import org.chronus.presets.value.Quantity;
import org.chronus.presets.value.Units;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads the amount of a product and converts it to the unit of its target. For the one thread that reads the file. */
final class CableAmounts {
    /** An amount in Hz up to which octaves were probably meant. */
    private static final double SMALL = 12;
    private static final List<String> INTERVALS = List.of("oct", "st", "ct");

    private final Values values;
    private final Problems problems;

    /**
     * An amount.
     *
     * @param value   in the target's unit, or in octaves
     * @param octaves true if octaves multiply the target
     */
    record Amount(double value, boolean octaves) {
        /** The amount of a cable that names none. */
        static final Amount ONE = new Amount(1, false);
    }

    CableAmounts(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** 1 if there is none, or a wrong one, which is reported. */
    Amount read(Product product, ValueSpec target) {
        if (product.amount().isEmpty()) {
            warnSmallAmount(product.sources().getLast().place(), 1, target);
            return Amount.ONE;
        }
        Word word = product.amount().get();
        Optional<Quantity> written = Quantity.parse(word.text());
        if (written.isEmpty()) {
            Quantity.explain(word.place(), word.text(), "0.5", problems);
            return Amount.ONE;
        }
        double octaves = Units.octaves(written.get());
        boolean multiplies = target.isLogarithmic() && !Double.isNaN(octaves);
        OptionalDouble value = multiplies ? OptionalDouble.of(octaves)
                : isCycleLength(written.get(), target) ? OptionalDouble.empty() : Units.convert(written.get(), unit(target), values.tempo());
        if (value.isEmpty()) {
            wrongUnit(word.place(), written.get(), target);
            return Amount.ONE;
        }
        if (!Double.isFinite((float) value.getAsDouble())) {
            problems.error(word.place(), word.text() + " is not a finite number", "write for example 0.5");
            return Amount.ONE;
        }
        if (written.get().unit().isEmpty()) {
            warnSmallAmount(word.place(), written.get().number(), target);
        }
        return new Amount(value.getAsDouble(), multiplies);
    }

    /** A cycle's length can be a frequency's value, but not be added to one. */
    private static boolean isCycleLength(Quantity written, ValueSpec target) {
        return target.unit() == Unit.HERTZ && Units.isInBeats(written);
    }

    /** To an audio input an amount is a gain. */
    private static Unit unit(ValueSpec target) {
        return target.unit() == Unit.NONE && !target.isBounded() ? Unit.GAIN : target.unit();
    }

    private void wrongUnit(TextPosition place, Quantity written, ValueSpec target) {
        String spelling = Units.spelling(written.unit());
        if (target.isLogarithmic() && INTERVALS.contains(spelling)) {
            problems.error(place, "wrong unit " + written.writtenUnit(), "write " + spelling);
        } else if (target.isLogarithmic() && spelling.isEmpty()) {
            problems.error(place, "wrong unit " + written.writtenUnit(), target.name() + " takes oct, st or ct, or "
                    + (target.unit() == Unit.NONE ? "a bare number" : String.join(", ", Units.of(target.unit()))));
        } else if (unit(target) == Unit.GAIN) {
            problems.error(place, "wrong unit " + written.writtenUnit(), target.name() + " takes a bare number, dB or %");
        } else {
            values.wrongUnit(place, written, target);
        }
    }

    private void warnSmallAmount(TextPosition place, double amount, ValueSpec target) {
        if (target.isLogarithmic() && target.unit() != Unit.NONE && Math.abs(amount) <= SMALL && target.maximum() > 100 * SMALL) {
            String number = NumberText.number(amount), unit = target.unit().symbol();
            problems.warning(place, "this adds " + number + " " + unit + " to " + target.name(),
                    "did you mean " + number + " oct? If not, write " + number + " " + unit);
        }
    }
}
