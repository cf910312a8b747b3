package org.chronus.presets.library;

import java.util.List;
import java.util.Optional;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.Header;
import org.chronus.presets.value.Tags;
import org.chronus.presets.value.Values;

/**
 * A file that holds a preset, or a bank, right or wrong. Immutable; any thread.
 *
 * @param name    the name that it gives itself, or else the file's own
 * @param tags    the words by which it is found; empty if it gives none, or wrong ones
 * @param file    path; {@code factory:init.yaml} for one of ours
 * @param factory true if it came with Chronus
 * @param text    all of it
 */
public record PresetFile(String name, List<String> tags, String file, boolean factory, String text) {
    /** What begins the file name of a preset that came with Chronus. */
    static final String FACTORY = "factory:";
    /** The same of one that other people's plugins play. */
    static final String HOSTED = FACTORY + "hosted/";

    public static PresetFile of(String file, String text) {
        Optional<YamlNode.Fields> root = YamlTree.read(text, new Problems(file, text)).filter(YamlNode.Fields.class::isInstance)
                .map(YamlNode.Fields.class::cast);
        return new PresetFile(name(root, file), tags(root, file, text), file, file.startsWith(FACTORY), text);
    }

    /** Where a name is looked for first: 0 among the user's, 1 among ours, 2 among ours that other people's plugins play. */
    int place() {
        return !factory ? 0 : file.startsWith(HOSTED) ? 2 : 1;
    }

    /** True if it looks like a bank rather than a preset. */
    public boolean isBank() {
        return BankReader.isBank(text);
    }

    /** The file's own name without folder and ending. */
    public String stem() {
        return Header.stem(factory ? file.substring(FACTORY.length()) : file);
    }

    private static String name(Optional<YamlNode.Fields> root, String file) {
        return root.flatMap(fields -> fields.find("name").or(() -> fields.find("bank")))
                .filter(YamlNode.Text.class::isInstance).map(node -> ((YamlNode.Text) node).value().strip())
                .filter(name -> !name.isEmpty() && name.codePoints().noneMatch(Character::isISOControl))
                .orElseGet(() -> Header.stem(file));
    }

    private static List<String> tags(Optional<YamlNode.Fields> root, String file, String text) {
        Problems unheard = new Problems(file, text);
        return root.flatMap(fields -> fields.find(Tags.KEY)).map(node -> Tags.read(node, new Values(unheard, PatchPlan.NORMAL_TEMPO), unheard))
                .orElse(List.of());
    }
}
