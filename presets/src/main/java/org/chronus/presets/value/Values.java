package org.chronus.presets.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.chronus.modules.Unit;
import org.chronus.presets.text.KeyTypos;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/**
 * Reads single values, and reports those that are wrong. Nothing is returned for a value that was reported. For the one thread that reads
 * the file.
 */
public final class Values {
    private final Problems problems;
    private final double tempo;

    /** @param tempo in beats per minute, for times in beats */
    public Values(Problems problems, double tempo) {
        this.problems = problems;
        this.tempo = tempo;
    }

    public double tempo() {
        return tempo;
    }

    /** A number within the port's range, in the port's unit. */
    public OptionalDouble number(YamlNode node, ValueSpec port) {
        Optional<Text> text = text(node, port.name(), "write for example " + port.name() + ": " + Units.example(port.unit()));
        return text.isEmpty() ? OptionalDouble.empty() : number(text.get(), port);
    }

    private OptionalDouble number(Text text, ValueSpec port) {
        OptionalInt note = port.unit() == Unit.NOTE ? NoteName.parse(text.value()) : OptionalInt.empty();
        Optional<Quantity> written = note.isPresent() ? Optional.of(new Quantity(note.getAsInt(), "", text.value()))
                : Quantity.parse(text.value());
        if (written.isEmpty()) {
            Quantity.explain(text.place(), text.value(), Units.example(port.unit()), problems);
            return OptionalDouble.empty();
        }
        OptionalDouble value = Units.convert(written.get(), port.unit(), tempo);
        if (value.isEmpty()) {
            wrongUnit(text.place(), written.get(), port);
        } else if (!port.takes(value.getAsDouble())) {
            RangeMessage.explain(text.place(), written.get(), port, value.getAsDouble(), tempo, problems);
            return OptionalDouble.empty();
        }
        return value;
    }

    /** True if what is written there is a number of beats. */
    public static boolean isInBeats(YamlNode node) {
        return node instanceof Text text && Quantity.parse(text.value()).filter(Units::isInBeats).isPresent();
    }

    public void wrongUnit(TextPosition place, Quantity written, ValueSpec port) {
        List<String> units = Units.of(port.unit());
        String spelling = Units.spelling(written.unit());
        problems.error(place, "wrong unit " + written.writtenUnit(), units.contains(spelling) ? "write " + spelling
                : port.name() + (units.isEmpty() ? " is a number without a unit" : " is in " + String.join(", ", units)));
    }

    /** A whole number from low to high. */
    public OptionalInt whole(YamlNode node, String name, int low, int high) {
        OptionalDouble number = number(node, new ValueSpec(name, Unit.NONE, low, high));
        if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
            problems.error(node.place(), name + " is a whole number", "write " + NumberText.number(Math.rint(number.getAsDouble())));
            return OptionalInt.empty();
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    public Optional<Boolean> yes(YamlNode node, String name) {
        Optional<String> word = word(node, name, List.of("yes", "no", "true", "false"), List.of("yes", "no"));
        return word.map(text -> text.equals("yes") || text.equals("true"));
    }

    /** One of the names of an enumeration, in lower case. */
    public <E extends Enum<E>> Optional<E> choice(YamlNode node, String name, Class<E> type) {
        List<String> names = java.util.Arrays.stream(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        return word(node, name, names, names).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    /** One of a few words; those that are shown may be fewer than those that are taken. */
    public Optional<String> word(YamlNode node, String name, List<String> taken, List<String> shown) {
        String cure = "choose from " + String.join(", ", shown);
        Optional<Text> text = text(node, name, cure);
        if (text.isPresent() && !taken.contains(text.get().value())) {
            problems.error(text.get().place(), "\"" + Problems.quote(text.get().value()) + "\" is no " + name,
                    NameSuggestion.of(text.get().value(), shown).map(near -> "did you mean " + near + "? ").orElse("") + cure);
            return Optional.empty();
        }
        return text.map(Text::value);
    }

    public Optional<Text> text(YamlNode node, String name, String cure) {
        if (node instanceof Text text && !text.isMissing()) {
            return Optional.of(text);
        }
        problems.error(node.place(), node instanceof Text ? name + " has no value" : name + " is one value, not a list or map", cure);
        return Optional.empty();
    }

    public Optional<Fields> fields(YamlNode node, String name, String cure) {
        if (node instanceof Fields fields) {
            return Optional.of(fields);
        }
        if (!(node instanceof Text text && KeyTypos.isColonSlip(text, problems))) {
            problems.error(node.place(), name + " needs keys with values", cure);
        }
        return Optional.empty();
    }

    public Optional<Items> items(YamlNode node, String name, String cure) {
        if (node instanceof Items items) {
            return Optional.of(items);
        }
        problems.error(node.place(), name + " is a list", cure);
        return Optional.empty();
    }

    /** Reports keys that are not known. */
    public void onlyKeys(Fields fields, String owner, List<String> known) {
        fields.fields().stream().map(YamlNode.Field::key).filter(key -> !known.contains(key.value()) && !problems.isFull()).forEach(key ->
                problems.error(key.place(), owner + " has no \"" + Problems.quote(key.value()) + "\"", NameSuggestion.cure(key.value(), known)));
    }
}
