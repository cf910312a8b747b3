package org.chronus.instrument.cli.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/** What a status says, for people. Stateless; any thread. */
final class StatusText {
    private static final int SECONDS_PER_MINUTE = 60, MINUTES_PER_HOUR = 60;

    private StatusText() { }

    /** A line for each matter. */
    static List<String> lines(JsonNode status) {
        JsonNode audio = status.path("audio"), late = status.path("late"), notes = status.path("notes");
        List<String> lines = new ArrayList<>();
        lines.add("preset    " + text(status, "preset") + place(status.path("program")) + ", of " + text(status.path("bank"), "name"));
        lines.add("next      " + neighbour(status.path("next")));
        lines.add("previous  " + neighbour(status.path("previous")));
        lines.add("draft     " + or(text(status, "draft"), "none"));
        lines.add(String.format(Locale.ROOT, "audio     %s, %d Hz, period %d, latency %d frames or %.1f ms", text(audio, "device"),
                number(audio, "rate"), number(audio, "period"), number(audio, "latency"), audio.path("milliseconds").asDouble(0)));
        if (status.has("input")) {
            lines.add(input(status.path("input")));
        }
        lines.add("load      " + load(status.path("load")));
        lines.add(String.format(Locale.ROOT, "late      %d with too much to do, %d without a processor; xruns %d", number(late, "worked"),
                number(late, "waited"), number(status, "xruns")));
        lines.add(String.format(Locale.ROOT, "voices    %d, %d stolen, %d shed", number(status, "voices"), number(notes, "stolen"),
                number(notes, "shed")));
        lines.add("slots     " + list(status, "slots"));
        lines.add("keyboards " + list(status, "keyboards"));
        lines.add("plugins   " + list(status, "plugins"));
        lines.add("refused   commands " + number(status, "refused") + faults(status.path("faults")));
        lines.add(String.format(Locale.ROOT, "process   %d, up %s, %d MiB", number(status, "pid"), clock(status.path("uptime").asDouble(0)),
                number(status, "memory")));
        return lines;
    }

    private static String input(JsonNode input) {
        return String.format(Locale.ROOT, "input     %s, %.1f ms; frames dropped %d, repeated %d, gaps %d", or(text(input, "device"), "not open"),
                input.path("milliseconds").asDouble(0), number(input, "dropped"), number(input, "repeated"), number(input, "gaps"));
    }

    /** The whole in one line. */
    static String line(JsonNode status) {
        JsonNode late = status.path("late");
        return String.format(Locale.ROOT, "%s %s%s, voices %d, load %s, late %d, xruns %d, %d MiB", clock(status.path("uptime").asDouble(0)),
                text(status, "preset"), place(status.path("program")), number(status, "voices"), percent(status.path("load"), "now"),
                number(late, "worked") + number(late, "waited"), number(status, "xruns"), number(status, "memory"));
    }

    private static String neighbour(JsonNode where) {
        return text(where, "preset") + place(where) + (where.path("ready").asBoolean(false) ? ", ready" : "");
    }

    /** As {@code play} says it. */
    private static String place(JsonNode where) {
        int program = where.path("number").asInt(-1);
        return program < 0 ? "" : ", program " + program + " (#" + (program + 1) + ")";
    }

    private static String load(JsonNode load) {
        return "now " + percent(load, "now") + ", median " + percent(load, "median") + ", p99 " + percent(load, "p99") + ", worst "
                + percent(load, "worst") + " of a period";
    }

    private static String percent(JsonNode load, String name) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * load.path(name).asDouble(0));
    }

    private static String faults(JsonNode faults) {
        StringBuilder text = new StringBuilder();
        faults.propertyNames().forEach(kind -> text.append(", ").append(kind).append(' ').append(number(faults, kind)));
        return text.toString();
    }

    private static String list(JsonNode status, String name) {
        return or(String.join("; ", status.path(name).valueStream().map(JsonNode::asString).toList()), "none");
    }

    private static String clock(double uptime) {
        long seconds = (long) uptime, minutes = seconds / SECONDS_PER_MINUTE;
        return String.format(Locale.ROOT, "%d:%02d:%02d", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR, seconds % SECONDS_PER_MINUTE);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static long number(JsonNode node, String name) {
        return node.path(name).asLong(0);
    }
}
