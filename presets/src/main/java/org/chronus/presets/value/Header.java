package org.chronus.presets.value;

import java.util.Optional;

import org.chronus.presets.text.KeyTypos;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.UnquotedHash;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;

/** Reads the head of a file: the version of its language, and a name. Stateless; any thread. */
public final class Header {
    private static final String VERSION = "1";
    private static final int LONGEST_NAME = 100;

    private Header() { }

    /** The file's keys; nothing, and reported, if it has none. A wrong version is reported, too. */
    public static Optional<Fields> check(YamlNode root, String kind, Problems problems) {
        if (!(root instanceof Fields fields)) {
            if (!(root instanceof Text text && KeyTypos.isColonSlip(text, problems))) {
                problems.error(root.place(), "this is not " + kind, "begin with \"chronus: 1\" and a name");
            }
            return Optional.empty();
        }
        Optional<YamlNode> version = fields.find("chronus");
        if (version.isEmpty()) {
            problems.error(fields.place(), "the version is missing", "begin with \"chronus: 1\"");
        } else if (!(version.get() instanceof Text text && text.value().equals(VERSION))) {
            problems.error(version.get().place(), "this version of the language is unknown",
                    "write \"chronus: 1\", or use a newer Chronus for a newer file");
        }
        return Optional.of(fields);
    }

    /** The name that the file gives itself, or else the file's own without folder and ending. */
    public static String name(Fields root, String key, String fileName, Values values, Problems problems) {
        Optional<Text> text = root.find(key)
                .flatMap(node -> values.text(node, key, "write for example " + key + ": Soft lead, in quotes if it has a #"));
        if (text.isEmpty()) {
            return stem(fileName);
        }
        String name = text.get().value().strip();
        UnquotedHash.check(text.get(), problems);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            problems.error(text.get().place(), "this is no name", "a name is one line of 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /** {@code glide-lead} of {@code presets/glide-lead.yaml}. */
    public static String stem(String fileName) {
        String last = fileName.substring(fileName.lastIndexOf('/') + 1);
        return last.endsWith(".yaml") ? last.substring(0, last.length() - ".yaml".length()) : last;
    }
}
