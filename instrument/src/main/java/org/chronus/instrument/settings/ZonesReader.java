package org.chronus.instrument.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.Values;

/** Reads the MPE zones of a device: {@code lower 15}, {@code upper 7}, or a list of both. For the one thread that reads the file. */
final class ZonesReader {
    private static final Pattern ZONE = Pattern.compile("(lower|upper)\\s+(\\d{1,2})");
    private static final String EXAMPLE = "write for example lower 15, or [lower 7, upper 7]";
    private static final int MOST_MEMBERS = 15, MOST_OF_BOTH = 14;

    private final Values values;
    private final Problems problems;
    private int lower;
    private int upper;

    ZonesReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Member channels of the lower zone, 0..15; 0 for none. */
    int lower() {
        return lower;
    }

    /** The same of the upper one. */
    int upper() {
        return upper;
    }

    /** What is wrong is reported. */
    void read(YamlNode node) {
        List<YamlNode> nodes = node instanceof Items items ? items.nodes() : List.of(node);
        if (nodes.isEmpty()) {
            problems.error(node.place(), "mpe is empty", EXAMPLE);
        }
        for (YamlNode each : nodes) {
            values.text(each, "mpe", EXAMPLE).ifPresent(this::zone);
        }
        if (lower > 0 && upper > 0 && lower + upper > MOST_OF_BOTH) {
            problems.error(node.place(), "two zones have " + MOST_OF_BOTH + " members at most, not " + (lower + upper), EXAMPLE);
        }
    }

    private void zone(Text text) {
        Matcher zone = ZONE.matcher(text.value().strip());
        int members = zone.matches() ? Integer.parseInt(zone.group(2)) : 0;
        if (members < 1 || members > MOST_MEMBERS) {
            problems.error(text.place(), "\"" + Problems.quote(text.value()) + "\" is no MPE zone",
                    EXAMPLE + ": 1 to " + MOST_MEMBERS + " member channels");
        } else if (zone.group(1).equals("lower") ? lower > 0 : upper > 0) {
            problems.error(text.place(), "the " + zone.group(1) + " zone is there twice", "write it once");
        } else if (zone.group(1).equals("lower")) {
            lower = members;
        } else {
            upper = members;
        }
    }
}
