package org.chronus.presets.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/** Reads the words by which a preset is found, {@code tags: [organ, bright]}: the first says what kind of sound it is. Stateless; any thread. */
public final class Tags {
    /** The key in a preset. */
    public static final String KEY = "tags";
    private static final int MOST = 8;
    private static final String CURE = "write for example tags: [organ, bright]";

    private Tags() { }

    /** The tags, without those that cannot be used, which are reported. */
    public static List<String> read(YamlNode node, Values values, Problems problems) {
        List<String> tags = new ArrayList<>();
        for (YamlNode item : values.items(node, KEY, CURE).map(Items::nodes).orElse(List.of())) {
            values.text(item, "a tag", CURE).filter(text -> isOne(text, problems)).ifPresent(text -> tags.add(text.value()));
        }
        if (tags.size() > MOST) {
            problems.error(node.place(), "there are " + tags.size() + " tags", "keep the " + MOST + " that tell most");
        }
        return List.copyOf(tags);
    }

    private static boolean isOne(Text text, Problems problems) {
        if (text.value().matches("[a-z0-9][a-z0-9-]{0,23}")) {
            return true;
        }
        String fitted = Problems.quote(text.value()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        problems.error(text.place(), "\"" + Problems.quote(text.value()) + "\" is no tag", "tags are up to 24 lower case letters, digits and -"
                + (fitted.isEmpty() || fitted.length() > 24 ? "" : "; write " + fitted));
        return false;
    }
}
