package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The programs of a bank that was rehearsed as the rows of a table. Stateless; any thread. */
public final class ReportTable {
    private record Column(String title, int width, Function<Measured, String> cell) {
        static Column of(String title, int width, int decimals, Function<Measured, Double> value) {
            return new Column(title, width, measured -> String.format(Locale.ROOT, "%." + decimals + "f", value.apply(measured)));
        }

        String pad(String text) {
            return " ".repeat(Math.max(0, width - text.length())) + text;
        }
    }

    private static final int NAME = 24;
    private static final double NOTHING = -99;
    private static final List<Column> COLUMNS = List.of(
            level("peak", Measured::peak), level("ten keys", Measured::handsPeak), level("true", Measured::truePeak), level("DC", Measured::dc),
            Column.of("voices", 6, 0, measured -> (double) measured.voices()), Column.of("core %", 6, 1, measured -> 100 * measured.core()),
            Column.of("x real", 6, 0, Measured::realTimeFactor), Column.of("MB", 5, 1, Measured::megabytes),
            Column.of("ready ms", 8, 1, Measured::readyMillis),
            new Column("tail s", 6, measured -> measured.ends() ? String.format(Locale.ROOT, "%.1f", measured.tailSeconds()) : "no end"));

    private ReportTable() { }

    private static Column level(String title, Function<Measured, Double> value) {
        return new Column(title, Math.max(6, title.length()), measured -> value.apply(measured) < NOTHING ? "-"
                : String.format(Locale.ROOT, "%.1f", value.apply(measured)));
    }

    /** A heading, a row for each program, and the median. Levels are those before the limiter, in dBFS. */
    public static List<String> lines(BankReport report) {
        List<String> lines = new ArrayList<>();
        int widest = report.programs().stream().mapToInt(row -> row.number().length()).max().orElse(1);
        String place = "%" + widest + "s %-" + NAME + "s";
        lines.add(String.format(Locale.ROOT, place + "   LUFS     LU ", "", "preset")
                + COLUMNS.stream().map(column -> column.pad(column.title())).collect(Collectors.joining(" ")));
        report.programs().forEach(row -> lines.add(String.format(Locale.ROOT, place, row.number(), cut(row.preset()))
                + (row.measured() == null ? "   is not played" : cells(row))));
        if (report.median() != null) {
            lines.add(String.format(Locale.ROOT, place + " %6.1f", "", "median", report.median()));
        }
        return lines;
    }

    private static String cells(BankReport.Row row) {
        String loudness = row.measured().loudness() < NOTHING ? "      -      - " : String.format(Locale.ROOT, " %6.1f %+6.1f ",
                row.measured().loudness(), row.offset());
        return loudness + COLUMNS.stream().map(column -> column.pad(column.cell().apply(row.measured()))).collect(Collectors.joining(" "));
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }
}
