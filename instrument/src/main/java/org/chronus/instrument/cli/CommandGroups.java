package org.chronus.instrument.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands in the help, by what they are about. Immutable; one thread. */
final class CommandGroups implements IHelpSectionRenderer {
    private static final int NAME_WIDTH = 12, INDENT = 2;
    private static final List<Map.Entry<String, List<String>>> GROUPS = List.of(
            Map.entry("To play:", List.of("demo", "play", "render", "replay", "learn")),
            Map.entry("For one that plays, from elsewhere:",
                    List.of("status", "program", "next", "previous", "load", "reload", "panic", "record")),
            Map.entry("About presets and what they are made of:", List.of("check", "gig-check", "show", "list", "describe")),
            Map.entry("To measure:", List.of("bench", "soak", "latency", "doctor")));

    /** The same command line, with groups in its help. */
    static CommandLine in(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        return line;
    }

    @Override public String render(Help help) {
        StringBuilder text = new StringBuilder();
        int width = help.commandSpec().usageMessage().width();
        for (Map.Entry<String, List<String>> group : GROUPS) {
            text.append(group.getKey()).append(System.lineSeparator());
            TextTable table = TextTable.forColumns(help.colorScheme(), new Column(NAME_WIDTH, INDENT, Overflow.SPAN),
                    new Column(width - NAME_WIDTH, INDENT, Overflow.WRAP));
            for (String name : group.getValue()) {
                String[] about = help.subcommands().get(name).commandSpec().usageMessage().description();
                table.addRowValues(name, String.join(" ", about));
            }
            text.append(table);
        }
        return text.toString();
    }
}
