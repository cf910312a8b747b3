package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.patch.plan.Keys;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;

/**
 * The keys of a part, and where its text says so. Who writes other keys puts them between {@code before} and {@code after}, in the place of what is
 * there from one character to another. Immutable; any thread.
 *
 * @param ranges from the lowest
 * @param from   the first character that is replaced, in units of UTF-16
 * @param to     the one behind the last; as {@code from} where the part says nothing of keys
 */
public record PartKeys(String part, List<Range> ranges, int from, int to, String before, String after) {
    private static final int HIGHEST = 127;

    /** From one MIDI key to another, both included. */
    public record Range(int low, int high) { }

    /** Copies the list. */
    public PartKeys {
        ranges = List.copyOf(ranges);
    }

    /** Those of a preset that has parts; none of one that is itself its only part, or writes its keys on several lines. */
    public static List<PartKeys> of(Preset preset) {
        String text = preset.source().text();
        // Characters are counted from behind a mark of the encoding.
        int mark = text.startsWith("\uFEFF") ? 1 : 0;
        TextLines lines = new TextLines(text.substring(mark));
        List<PartKeys> all = new ArrayList<>();
        YamlNode tree = YamlTree.read(text, new Problems("", text)).orElse(null);
        if (tree instanceof Fields root && root.find("parts").orElse(null) instanceof Fields parts) {
            for (Field part : parts.fields()) {
                preset.plan().parts().stream().filter(plan -> plan.id().equals(part.key().value())).findFirst()
                        .flatMap(plan -> of(plan, part.value() instanceof Fields fields ? fields : null, lines, mark)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<PartKeys> of(PartPlan plan, Fields part, TextLines lines, int mark) {
        if (part == null || part.fields().isEmpty()) {
            return Optional.empty();
        }
        if (part.find("keys").isPresent()) {
            return part.find("keys").filter(Text.class::isInstance).map(Text.class::cast).filter(Text::oneLine).map(keys -> {
                int from = lines.offset(keys.place()), length = keys.value().length() + (keys.quoted() ? 2 : 0);
                return new PartKeys(plan.id(), ranges(plan.keys()), mark + from, mark + from + length, "", "");
            });
        }
        int from = lines.offset(part.fields().getFirst().key().place()), line = part.fields().getFirst().key().place().line();
        boolean inBraces = lines.text.charAt(lines.offset(part.place())) == '{';
        return Optional.of(new PartKeys(plan.id(), ranges(plan.keys()), mark + from, mark + from, "keys: ",
                inBraces ? ", " : "\n" + " ".repeat(from - lines.start(line))));
    }

    private static List<Range> ranges(Keys keys) {
        List<Range> ranges = new ArrayList<>();
        for (int low = 0; low <= HIGHEST; low++) {
            int high = low;
            while (keys.has(low) && high < HIGHEST && keys.has(high + 1)) {
                high++;
            }
            if (keys.has(low)) {
                ranges.add(new Range(low, high));
            }
            low = high;
        }
        return ranges;
    }
}
