package org.chronus.instrument.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.Values;

/** Reads velocity curves: the player's own, and which one a device has. */
final class VelocityReader {
    private static final Pattern FIXED = Pattern.compile("fixed\\s+(\\d{1,3})");
    private static final String EXAMPLE = "write for example light: {1: 10, 64: 90, 127: 127}";
    private static final int HIGHEST = 127;

    private final Set<String> builtIn;
    private final Values values;
    private final Problems problems;
    /** By name: the built-in ones, then the player's. */
    private final Map<String, VelocityCurve> curves = new LinkedHashMap<>();

    VelocityReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
        curves.put("square", VelocityCurve.SQUARE);
        curves.put("linear", VelocityCurve.LINEAR);
        curves.put("soft", VelocityCurve.SOFT);
        curves.put("hard", VelocityCurve.HARD);
        builtIn = Set.copyOf(curves.keySet());
    }

    /** The curves that the player names. */
    void readCurves(YamlNode node) {
        for (Field field : values.fields(node, "curves", EXAMPLE).map(Fields::fields).orElse(List.of())) {
            String name = field.key().value();
            VelocityCurve curve = values.fields(field.value(), "a curve", EXAMPLE).map(this::points).filter(points -> !points.isEmpty())
                    .map(VelocityCurve::through).orElse(VelocityCurve.SQUARE);
            if (builtIn.contains(name) || name.startsWith("fixed")) {
                problems.error(field.key().place(), "there is a curve \"" + Problems.quote(name) + "\" already", "give yours another name");
            } else {
                curves.put(name, curve);
            }
        }
    }

    private NavigableMap<Integer, Integer> points(Fields fields) {
        NavigableMap<Integer, Integer> points = new TreeMap<>();
        for (Field field : fields.fields()) {
            OptionalInt sent = values.whole(field.key(), "a velocity", 1, HIGHEST);
            OptionalInt becomes = values.whole(field.value(), "a velocity", 1, HIGHEST);
            if (sent.isPresent() && becomes.isPresent()) {
                points.put(sent.getAsInt(), becomes.getAsInt());
            }
        }
        if (fields.fields().isEmpty()) {
            problems.error(fields.place(), "the curve has no points", EXAMPLE);
        }
        return points;
    }

    /** A device's; nothing, and reported, if there is none of that name. */
    Optional<VelocityCurve> read(YamlNode node) {
        if (node instanceof Text text && FIXED.matcher(text.value()) instanceof Matcher fixed && fixed.matches()) {
            int velocity = Integer.parseInt(fixed.group(1));
            if (velocity < 1 || velocity > HIGHEST) {
                problems.error(text.place(), "there is no velocity " + velocity, "velocities are 1 .. " + HIGHEST);
                return Optional.empty();
            }
            return Optional.of(VelocityCurve.through(new TreeMap<>(Map.of(1, velocity))));
        }
        List<String> shown = new ArrayList<>(curves.keySet());
        shown.add("fixed 100");
        return values.word(node, "velocity", List.copyOf(curves.keySet()), shown).map(curves::get);
    }
}
