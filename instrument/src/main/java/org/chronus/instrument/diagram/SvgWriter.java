package org.chronus.instrument.diagram;

import java.util.List;
import java.util.Locale;

import org.chronus.instrument.diagram.BoxLayout.Point;

/** Writes the elements of an SVG picture; its colours are those of the reader's system. Mutable; for one picture. */
final class SvgWriter {
    private static final String FONT = "font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";
    private static final String STYLE = """
            .patch{--paper:#fff;--box:#f2f4f7;--edge:#8a94a3;--ink:#14181f;--soft:#525c6b;--sound:#0a6ea3;--named:#8a4b00;%s}
            @media (prefers-color-scheme:dark){.patch{--paper:#101216;--box:#1b1f26;--edge:#5c6675;--ink:#e8eaee;--soft:#a7afbc;\
            --sound:#5cb8e6;--named:#ffb347}}
            .patch .paper{fill:var(--paper)}.patch .frame rect{fill:none;stroke:var(--edge);stroke-dasharray:2 4}
            .patch .box rect{fill:var(--box);stroke:var(--edge)}.patch text{fill:var(--ink);white-space:pre}
            .patch .name{font-weight:700}.patch .soft{fill:var(--soft)}.patch .cable text{fill:var(--named)}
            .patch .cable path{fill:none;stroke:var(--sound);stroke-width:1.5}.patch .cable circle{fill:var(--sound)}
            .patch .cable:hover path{stroke-width:4}
            """.replace("%s", FONT);
    private static final int CORNER = 5;

    private final StringBuilder text = new StringBuilder();

    /** Begins a picture of a size that a name describes. */
    SvgWriter(double width, double height, String title) {
        text.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"patch\" width=\"%.0f\" height=\"%.0f\" "
                + "viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n", width, height, width, height));
        title(title);
        text.append("<style>\n").append(STYLE).append("</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    }

    void begin(String kind, String title) {
        text.append("<g class=\"").append(kind).append("\">");
        title(title);
    }

    void end() {
        text.append("</g>\n");
    }

    private void title(String title) {
        text.append("<title>").append(escape(title)).append("</title>");
    }

    void rectangle(double x, double y, double width, double height) {
        text.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>",
                x, y, width, height, CORNER));
    }

    /** A line of text. {@code kind}: {@code name}, {@code soft}, or nothing. */
    void text(double x, double y, String kind, String words) {
        letters(x, y, kind, "", words);
    }

    /** The same, so that it ends there. */
    void textUntil(double x, double y, String kind, String words) {
        letters(x, y, kind, " text-anchor=\"end\"", words);
    }

    private void letters(double x, double y, String kind, String anchor, String words) {
        text.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\"", x, y)).append(anchor)
                .append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append('>').append(escape(words)).append("</text>");
    }

    /** A cubic spline, and a dot at its end. */
    void curve(List<Point> points) {
        text.append("<path d=\"");
        for (int i = 0; i < points.size(); i++) {
            text.append(i == 0 ? "M" : i % 3 == 1 ? " C" : " ").append(String.format(Locale.ROOT, "%.1f %.1f", points.get(i).x(), points.get(i).y()));
        }
        text.append(String.format(Locale.ROOT, "\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", points.getLast().x(), points.getLast().y()));
    }

    private static String escape(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(
                        Character.isISOControl(c) || c > 0xFFFD && c < 0x10000 || Character.getType(c) == Character.SURROGATE ? ' ' : c);
            }
        });
        return safe.toString();
    }

    /** The whole picture. */
    String finish() {
        return text + "</svg>\n";
    }
}
