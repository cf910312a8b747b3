package org.chronus.presets.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML as far as presets need it: one document of maps, lists and text. Anchors, aliases, tags and repeated keys are refused, because
 * they surprise whoever edits a preset by hand. For the one thread that reads the file.
 */
public final class YamlTree {
    /** Characters; a thousand times a long preset. */
    static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 24;

    private final Problems problems;
    private final KeyTypos slips;
    private final Iterator<Event> events;

    private YamlTree(String text, Problems problems) {
        this.problems = problems;
        slips = new KeyTypos(problems);
        events = new Parse(LoadSettings.builder().setCodePointLimit(LARGEST + 1).build()).parseString(text).iterator();
    }

    /** The file's content, if it could be read at all. */
    public static Optional<YamlNode> read(String text, Problems problems) {
        if (text.length() > LARGEST) {
            problems.error(TextPosition.WHOLE_FILE, "it is larger than 1 MiB", "a preset or bank has a few kilobytes; is this the right file?");
            return Optional.empty();
        }
        try {
            return new YamlTree(text.startsWith("\uFEFF") ? text.substring(1) : text, problems).document();
        } catch (YamlEngineException mistake) {
            SyntaxHelp.explain(mistake, text, problems);
            return Optional.empty();
        } catch (TooDeep mistake) {
            problems.error(mistake.place, "nested too deep", "a preset needs no more than six levels");
            return Optional.empty();
        }
    }

    private Optional<YamlNode> document() {
        YamlNode root = null;
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                problems.error(place(event), "a second document begins here", "write one preset or bank to a file, without ---");
                break;
            } else if (event instanceof NodeEvent node) {
                root = node(node, 0);
            }
        }
        if (root == null || root instanceof Text text && text.isMissing()) {
            problems.error(new TextPosition(1, 1), "the file is empty", "begin with \"chronus: 1\"");
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private YamlNode node(NodeEvent event, int depth) {
        TextPosition place = place(event);
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (event.getAnchor().isPresent()) {
            problems.error(place, event instanceof AliasEvent ? "an alias (*)" : "an anchor (&)",
                    "presets have none: write it out, or in quotes if it is a text");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), place);
                yield new Text(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, isOneLine(scalar));
            }
            case CollectionStartEvent collection -> {
                refuseTag(collection.getTag(), place);
                yield collection instanceof MappingStartEvent ? fields(place, collection.isFlow(), depth)
                        : items(place, collection.isFlow(), depth);
            }
            default -> new Text(place, "", true, true);
        };
    }

    private Items items(TextPosition place, boolean inBrackets, int depth) {
        List<YamlNode> nodes = new ArrayList<>();
        while (events.next() instanceof NodeEvent event) {
            nodes.add(node(event, depth + 1));
        }
        return new Items(place, nodes, inBrackets);
    }

    private Fields fields(TextPosition place, boolean inBraces, int depth) {
        List<Field> fields = new ArrayList<>();
        while (events.next() instanceof NodeEvent event) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node((NodeEvent) events.next(), depth + 1);
            if (key instanceof Text text) {
                fields.add(new Field(text, value));
            } else {
                problems.error(key.place(), "a list or map in the place of a key", "write a word before the colon");
            }
        }
        return new Fields(place, unique(inBraces ? slips.repair(fields) : slips.repairColons(fields)));
    }

    private List<Field> unique(List<Field> fields) {
        Map<String, Field> first = new HashMap<>();
        List<Field> unique = new ArrayList<>();
        for (Field field : fields) {
            Field before = first.putIfAbsent(field.key().value(), field);
            if (before == null) {
                unique.add(field);
            } else {
                problems.error(field.key().place(), Problems.quote(field.key().value()) + " is there twice",
                        "it is in line " + before.key().place().line() + " already: remove or rename one");
            }
        }
        return unique;
    }

    private void refuseTag(Optional<String> tag, TextPosition place) {
        if (tag.isPresent()) {
            problems.error(place, "a tag (!)", "presets have none: remove it, or put the text in quotes");
        }
    }

    /** Escapes and folded lines would put columns out of step. */
    private static boolean isOneLine(ScalarEvent scalar) {
        Mark start = scalar.getStartMark().orElseThrow(), end = scalar.getEndMark().orElseThrow();
        int quotes = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 2;
        return start.getLine() == end.getLine()
                && end.getColumn() - start.getColumn() == scalar.getValue().codePointCount(0, scalar.getValue().length()) + quotes;
    }

    private static TextPosition place(Event event) {
        return SyntaxHelp.place(event.getStartMark().orElseThrow());
    }

    private static final class TooDeep extends RuntimeException {
        private final transient TextPosition place;

        TooDeep(TextPosition place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
