package org.chronus.presets.text;

import java.util.List;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Explains errors of YAML syntax in a player's words: the likely slips first, the parser's own words only if there is none. Stateless; any
 * thread.
 */
final class SyntaxHelp {
    private static final Pattern TAB = Pattern.compile("[ -]*\t");
    private static final Pattern COLON = Pattern.compile("\\s*(?:- )?[A-Za-z0-9_]+:[^\\s:]");

    private SyntaxHelp() { }

    static TextPosition place(Mark mark) {
        return new TextPosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    static void explain(YamlEngineException mistake, String text, Problems problems) {
        List<String> lines = text.lines().toList();
        boolean explained = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var tab = TAB.matcher(line);
            var colon = COLON.matcher(line);
            if (tab.lookingAt()) {
                problems.error(new TextPosition(i + 1, tab.end()), "a tab", "YAML indents with spaces: write two spaces instead");
                explained = true;
            } else if (colon.lookingAt()) {
                problems.error(new TextPosition(i + 1, colon.end()), "a space is missing after the colon", "write \""
                        + Problems.quote(line.substring(0, colon.end() - 1).strip() + " " + line.substring(colon.end() - 1).strip()) + "\"");
                explained = true;
            }
        }
        if (!explained) {
            report(mistake, problems);
        }
    }

    private static void report(YamlEngineException mistake, Problems problems) {
        if (mistake instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            String context = marked.getContext() == null ? "" : " " + marked.getContext();
            problems.error(place(marked.getProblemMark().get()), marked.getProblem() + context,
                    "check the indentation, brackets and quotes here and in the line above");
        } else {
            problems.error(TextPosition.WHOLE_FILE, "it is not a text that can be read", "save it as plain UTF-8 text");
        }
    }
}
