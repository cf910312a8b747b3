package org.chronus.presets.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;

/**
 * Sets the level that a bank gives to one of its programs, in its text, and leaves every other character as it is. A program that is only the name
 * of a preset becomes a map with both. The result is read again, and is given only if nothing but that level has changed. Stateless; any thread but
 * audio.
 */
public final class BankLevel {
    private static final String PRESET = "preset", LEVEL = "level";

    private BankLevel() { }

    /**
     * The text with another level.
     *
     * @param level as it is to be written, such as {@code -6 dB}
     * @return nothing if there is no such program, or it is written in a way that cannot be changed, such as on several lines
     */
    public static Optional<String> apply(String text, ProgramAddress program, String level) {
        String mark = LevelEdit.mark(text), body = text.substring(mark.length());
        return LevelEdit.root(body).flatMap(root -> BankOrder.program(root, program)).flatMap(entry -> edited(new TextLines(body), entry, level))
                .filter(after -> isRight(body, after, program, level)).map(after -> mark + after);
    }

    private static Optional<String> edited(TextLines lines, Field entry, String level) {
        return switch (entry.value()) {
            case Fields fields -> LevelEdit.set(lines, fields, List.of(PRESET), level);
            case Text name when name.oneLine() && !name.isMissing() -> {
                int from = lines.offset(name.place()), to = LevelEdit.end(lines, name);
                String written = lines.text.substring(from, to);
                // Between braces, these would end the word.
                boolean asItIs = name.quoted() || written.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
                yield Optional.of(lines.text.substring(0, from) + "{" + PRESET + ": " + (asItIs ? written : "'" + written.replace("'", "''") + "'")
                        + ", " + LEVEL + ": " + level + "}" + lines.text.substring(to));
            }
            case YamlNode _ -> Optional.empty();
        };
    }

    private static boolean isRight(String before, String after, ProgramAddress program, String level) {
        Fields old = LevelEdit.root(before).orElseThrow();
        Optional<Fields> edited = LevelEdit.root(after);
        Optional<Field> entry = edited.flatMap(root -> BankOrder.program(root, program));
        if (entry.isEmpty()) {
            return false;
        }
        Map<String, String> wanted = values(BankOrder.program(old, program).orElseThrow());
        wanted.put(LEVEL, '"' + level + '"');
        return values(entry.get()).equals(wanted) && others(edited.get(), program).equals(others(old, program));
    }

    private static Map<String, String> values(Field entry) {
        Map<String, String> values = new TreeMap<>();
        if (entry.value() instanceof Fields fields) {
            fields.fields().forEach(field -> values.put(field.key().value(), BankOrder.plain(field.value())));
        } else {
            values.put(PRESET, BankOrder.plain(entry.value()));
        }
        return values;
    }

    /** All that it says, but for the program. */
    private static Map<String, String> others(Fields root, ProgramAddress program) {
        Map<String, String> all = BankOrder.flat(root);
        all.remove(BankOrder.place(program));
        return all;
    }
}
