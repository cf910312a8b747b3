package org.chronus.presets.library;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.Header;

/**
 * A file that holds a preset, or a bank, right or wrong. Immutable; any thread.
 *
 * @param name    the name that it gives itself, or else the file's own
 * @param file    path; {@code factory:init.yaml} for one of ours
 * @param factory true if it came with Chronus
 * @param text    all of it
 */
public record PresetFile(String name, String file, boolean factory, String text) {
    /** What begins the file name of a preset that came with Chronus. */
    static final String FACTORY = "factory:";
    /** The same of one that other people's plugins play. */
    static final String HOSTED = FACTORY + "hosted/";

    public static PresetFile of(String file, String text) {
        return new PresetFile(name(file, text), file, file.startsWith(FACTORY), text);
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

    private static String name(String file, String text) {
        Problems unheard = new Problems(file, text);
        return YamlTree.read(text, unheard).filter(YamlNode.Fields.class::isInstance)
                .flatMap(root -> ((YamlNode.Fields) root).find("name").or(() -> ((YamlNode.Fields) root).find("bank")))
                .filter(YamlNode.Text.class::isInstance).map(node -> ((YamlNode.Text) node).value().strip())
                .filter(name -> !name.isEmpty() && name.codePoints().noneMatch(Character::isISOControl))
                .orElseGet(() -> Header.stem(file));
    }
}
