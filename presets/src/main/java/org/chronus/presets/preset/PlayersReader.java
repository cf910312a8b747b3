package org.chronus.presets.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.modules.patch.plan.PlayerPlan.Order;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.NoteName;
import org.chronus.presets.value.NumberText;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads {@code players}: what stands between keys and voices. For the one thread that reads the file. */
final class PlayersReader {
    private static final String EXAMPLE = "write for example players: [{type: arpeggiator, step: 0.25 beat}]";
    private static final String CHORD_EXAMPLE = "write for example notes: [0, 4, 7]";
    private static final String SCALE_EXAMPLE = "write for example notes: [0, 2, 4, 5, 7, 9, 11]";
    private static final int MOST_PLAYERS = 8, MOST_NOTES = 16;
    private static final ValueSpec STEP = new ValueSpec("step", Unit.SECONDS, 0.01, 60);
    private static final ValueSpec GATE = new ValueSpec("gate", Unit.SHARE, 0.01, 1);
    private static final ValueSpec SWING = new ValueSpec("swing", Unit.SHARE, 0, 0.75);
    private static final int LOWEST = -48, HIGHEST = 48, LAST_OF_AN_OCTAVE = 11;
    /** A sixteenth as sequencers write it, a triplet or dotted. */
    private static final Pattern NOTE_VALUE = Pattern.compile("(\\d{1,2}) ?/ ?(\\d{1,3})([tTdD.]?)");
    private static final double NORMAL_STEP_BEATS = 0.25, NORMAL_GATE = 0.5, BEATS_OF_A_WHOLE = 4;

    private final Values values;
    private final Problems problems;

    PlayersReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** In the order of the file. */
    List<PlayerPlan> read(YamlNode node) {
        List<PlayerPlan> players = new ArrayList<>();
        List<YamlNode> nodes = values.items(node, "players", EXAMPLE).map(Items::nodes).orElse(List.of());
        for (YamlNode each : nodes.subList(0, Math.min(MOST_PLAYERS, nodes.size()))) {
            values.fields(each, "a player", EXAMPLE).flatMap(this::player).ifPresent(players::add);
        }
        if (nodes.size() > MOST_PLAYERS) {
            problems.error(nodes.get(MOST_PLAYERS).place(), "more than " + MOST_PLAYERS + " players", "remove some");
        }
        return players;
    }

    private Optional<PlayerPlan> player(Fields fields) {
        Optional<YamlNode> type = fields.find("type");
        if (type.isEmpty()) {
            problems.error(fields.place(), "a player has no type",
                    "choose from " + String.join(", ", Arrays.stream(PlayerKind.values()).map(PlayerKind::word).toList()));
            return Optional.empty();
        }
        Optional<PlayerKind> kind = values.choice(type.get(), "player", PlayerKind.class);
        kind.ifPresent(found -> values.onlyKeys(fields, found.phrase(), found.keys()));
        return kind.flatMap(found -> switch (found) {
            case ARPEGGIATOR -> Optional.of(arpeggiator(fields));
            case CHORD -> notes(fields, found, LOWEST, HIGHEST, CHORD_EXAMPLE).map(PlayerPlan.Chord::new);
            case SCALE -> scale(fields);
        });
    }

    private PlayerPlan arpeggiator(Fields fields) {
        Order order = fields.find("order").flatMap(node -> values.choice(node, "order", Order.class)).orElse(Order.UP);
        int octaves = fields.find("octaves").map(node -> values.whole(node, "octaves", 1, 4).orElse(1)).orElse(1);
        Optional<YamlNode> step = fields.find("step");
        boolean inBeats = step.map(Values::isInBeats).orElse(true);
        double length = step.map(this::step).orElse(OptionalDouble.empty()).orElse(NORMAL_STEP_BEATS);
        double gate = fields.find("gate").map(node -> values.number(node, GATE).orElse(NORMAL_GATE)).orElse(NORMAL_GATE);
        double swing = fields.find("swing").map(node -> values.number(node, SWING).orElse(0)).orElse(0.0);
        boolean latch = fields.find("latch").flatMap(node -> values.yes(node, "latch")).orElse(false);
        return new PlayerPlan.Arpeggiator(order, octaves, length, inBeats, gate, swing, latch);
    }

    /** In beats or in seconds, as it is written. */
    private OptionalDouble step(YamlNode node) {
        Matcher value = NOTE_VALUE.matcher(node instanceof Text text ? text.value().strip() : "");
        if (!value.matches() || Integer.parseInt(value.group(2)) == 0) {
            OptionalDouble seconds = values.number(node, STEP);
            return seconds.isPresent() && Values.isInBeats(node) ? OptionalDouble.of(seconds.getAsDouble() * values.tempo() / 60) : seconds;
        }
        double beats = BEATS_OF_A_WHOLE * Integer.parseInt(value.group(1)) / Integer.parseInt(value.group(2));
        double length = switch (value.group(3)) {
            case "t", "T" -> 2 / 3.0;
            case "d", "D", "." -> 1.5;
            default -> 1;
        };
        problems.error(node.place(), value.group() + " is a note value", "write " + NumberText.number(beats * length) + " beat");
        return OptionalDouble.empty();
    }

    private Optional<PlayerPlan> scale(Fields fields) {
        int root = fields.find("root").map(this::root).orElse(0);
        return notes(fields, PlayerKind.SCALE, 0, LAST_OF_AN_OCTAVE, SCALE_EXAMPLE).map(notes -> new PlayerPlan.Scale(root, notes));
    }

    private int root(YamlNode node) {
        String cure = "write for example root: C, F# or Bb";
        Optional<Text> text = values.text(node, "root", cure);
        OptionalInt root = text.isPresent() ? NoteName.pitchClass(text.get().value()) : OptionalInt.empty();
        if (text.isPresent() && root.isEmpty()) {
            problems.error(node.place(), "\"" + Problems.quote(text.get().value()) + "\" is no root", cure);
        }
        return root.orElse(0);
    }

    /** Nothing if there are none, which was reported. */
    private Optional<List<Integer>> notes(Fields fields, PlayerKind kind, int lowest, int highest, String example) {
        Optional<YamlNode> node = fields.find("notes");
        if (node.isEmpty()) {
            problems.error(fields.place(), kind.phrase() + " has no notes", example);
            return Optional.empty();
        }
        Optional<Items> items = values.items(node.get(), "notes", example);
        List<Integer> notes = new ArrayList<>();
        for (YamlNode each : items.map(Items::nodes).orElse(List.of())) {
            values.whole(each, "a note", lowest, highest).ifPresent(note -> add(each, note, notes));
        }
        if (items.isPresent() && items.get().nodes().isEmpty()) {
            problems.error(node.get().place(), "notes is empty", example);
        }
        if (notes.size() > MOST_NOTES) {
            problems.error(node.get().place(), "more than " + MOST_NOTES + " notes", "remove some");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(notes);
    }

    private void add(YamlNode node, int note, List<Integer> notes) {
        if (notes.contains(note)) {
            problems.error(node.place(), note + " stands there twice", "remove one");
        } else {
            notes.add(note);
        }
    }
}
