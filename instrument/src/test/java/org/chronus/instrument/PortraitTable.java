package org.chronus.instrument;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Portraits as the rows of a table, for whoever voices a preset. */
final class PortraitTable {
    private record Column(String title, int width, int decimals, ToDoubleFunction<Portrait> value) {
        Column(String title, int decimals, ToDoubleFunction<Portrait> value) {
            this(title, 6, decimals, value);
        }

        String heading() {
            return String.format("%" + width + "s", title);
        }

        String cell(Portrait portrait) {
            return String.format("%" + width + "." + decimals + "f", value.applyAsDouble(portrait));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("LUFS", 1, portrait -> portrait.loudness),
            new Column("peak", 1, portrait -> portrait.peak),
            new Column("att ms", 7, 1, portrait -> portrait.attack * 1e3),
            new Column("rel ms", 7, 0, portrait -> portrait.release * 1e3),
            new Column("127/64", 1, Portrait::velocityRange),
            new Column("v1", 1, Portrait::softest),
            new Column("tone", 2, Portrait::velocityTone),
            new Column("keys", 5, 1, Portrait::keyRange),
            new Column("tune", 2, portrait -> portrait.tuning),
            new Column("bend", 2, portrait -> portrait.bendError),
            new Column("whl dB", 1, portrait -> portrait.wheelLevel),
            new Column("whl x", 2, portrait -> portrait.wheelCentroid),
            new Column("whl ct", 1, portrait -> portrait.wheelVibrato),
            new Column("mean", 2, portrait -> portrait.wheelPitch),
            new Column("74 oct", 2, Portrait::brightnessOctaves),
            new Column("74 lo", 1, portrait -> portrait.darkest),
            new Column("4x100", 1, portrait -> portrait.fourNotes),
            new Column("10x127", 1, portrait -> portrait.tenNotes),
            new Column("corr", 2, portrait -> portrait.correlation),
            new Column("bal", 2, portrait -> portrait.balance),
            new Column("dc", 0, portrait -> portrait.dc),
            new Column("91", 1, portrait -> portrait.wet[0]),
            new Column("91max", 1, portrait -> portrait.wettest[0]),
            new Column("93", 1, portrait -> portrait.wet[1]),
            new Column("93max", 1, portrait -> portrait.wettest[1]),
            new Column("silent", 0, portrait -> portrait.silence));

    private PortraitTable() { }

    static String heading() {
        return String.format("%-16s ", "preset") + COLUMNS.stream().map(Column::heading).collect(Collectors.joining(" "));
    }

    /** A full stop at the end: its voices rest when nothing is heard any more; else an exclamation mark. */
    static String row(Portrait portrait) {
        return String.format("%-16s ", portrait.name) + COLUMNS.stream().map(column -> column.cell(portrait)).collect(Collectors.joining(" "))
                + (portrait.idles ? "." : "!");
    }
}
