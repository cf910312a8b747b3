package org.chronus.instrument.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.instrument.diagram.BoxLayout.Point;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.value.NumberText;

/**
 * A picture of a patch: its parts one below the other, the mix to the right of them, and in each the modules from left to right as the signal goes.
 * One use; one thread.
 */
public final class PatchDiagram {
    private static final double EDGE = 16, HEADING = 44, GAP = 24, ASIDE = 90, LINE = 17;
    private static final String MIX = "mix";

    private final Preset preset;
    private final List<Frame> parts = new ArrayList<>();
    private final Optional<Frame> mix;
    private SvgWriter svg;

    private PatchDiagram(Preset preset) throws DiagramTooLarge {
        this.preset = preset;
        PatchPlan plan = preset.plan();
        for (PartPlan part : plan.parts()) {
            BoxGraph graph = part.instrument().isPresent() ? BoxGraph.of(part.instrument().get(), part.controllers())
                    : new BoxGraph(part.graph(), part.controllers());
            parts.add(new Frame(part.id(), PartWords.line(part), DotLayout.of(graph)));
        }
        boolean mixed = !plan.mix().cables().isEmpty() || !plan.mix().modules().isEmpty();
        mix = mixed ? Optional.of(new Frame(MIX, "", DotLayout.of(new BoxGraph(plan.mix(), ofAll(plan.parts()))))) : Optional.empty();
        // As the mix has them: then what leads there does not cross.
        parts.sort(Comparator.comparingDouble(part -> mix.stream().flatMap(frame -> frame.layout().boxes().entrySet().stream())
                .filter(each -> isBeginning(each.getKey(), part)).mapToDouble(each -> each.getValue().y()).findFirst().orElse(0)));
    }

    /** True if a box of the mix stands for a part, or for all. */
    private static boolean isBeginning(Box box, Frame part) {
        return box.type.isEmpty() && (box.name.equals(part.name()) || box.name.equals(PatchPlan.VOICES));
    }

    /** The picture of a preset, as SVG. */
    public static String svg(Preset preset) throws DiagramTooLarge {
        return new PatchDiagram(preset).draw();
    }

    /** What controllers do to the mix stands with any of the parts. */
    private static Map<Integer, List<ControllerPlan>> ofAll(List<PartPlan> parts) {
        Map<Integer, List<ControllerPlan>> all = new HashMap<>();
        parts.forEach(part -> part.controllers().forEach((number, plans) -> all.computeIfAbsent(number, _ -> new ArrayList<>()).addAll(plans)));
        return all;
    }

    private String draw() {
        String about = about();
        double left = parts.stream().mapToDouble(Frame::width).max().orElse(0);
        double stack = parts.stream().mapToDouble(frame -> frame.height() + GAP).sum() - GAP;
        double mixLeft = EDGE + left + ASIDE, mixTop = HEADING + mix.map(frame -> Math.max(0, (stack - frame.height()) / 2)).orElse(0.0);
        double right = mix.map(frame -> mixLeft + frame.width()).orElse(EDGE + left);
        double width = Math.max(right, EDGE + Math.max(preset.name().length(), about.length()) * Box.LETTER) + EDGE;
        double height = HEADING + Math.max(stack, mix.map(Frame::height).orElse(0.0)) + EDGE;
        svg = new SvgWriter(width, height, "the wiring of " + preset.name());
        svg.text(EDGE, EDGE + 4, "name", preset.name());
        svg.text(EDGE, EDGE + 4 + LINE, "soft", about);
        mix.ifPresent(frame -> frame(frame, mixLeft, mixTop));
        double top = HEADING;
        for (Frame part : parts) {
            frame(part, EDGE, top);
            if (mix.isPresent()) {
                lead(part, new Point(EDGE + part.width(), top + Frame.top() / 2), mix.get(), mixLeft, mixTop);
            }
            top += part.height() + GAP;
        }
        return svg.finish();
    }

    private String about() {
        List<String> words = new ArrayList<>(preset.tags());
        if (preset.plan().level() != 1) {
            words.add("level " + NumberText.value(preset.plan().level(), Unit.GAIN));
        }
        words.add(NumberText.number(preset.plan().tempo()) + " bpm");
        return String.join(", ", words);
    }

    private void frame(Frame frame, double x, double y) {
        svg.begin("frame", frame.line().isEmpty() ? frame.name() : frame.name() + ": " + frame.line());
        svg.rectangle(x, y, frame.width(), frame.height());
        svg.text(x + Frame.left(), y + Frame.top() / 2 + 4, "name", frame.name());
        svg.text(x + Frame.left() + (frame.name().length() + 2) * Box.LETTER, y + Frame.top() / 2 + 4, "soft", frame.line());
        svg.end();
        Point origin = new Point(x + Frame.left(), y + Frame.top());
        frame.layout().boxes().forEach((box, place) -> box(box, origin.plus(place)));
        frame.layout().cables().forEach(cable -> cable(frame.layout(), cable, origin));
    }

    private void box(Box box, Point at) {
        svg.begin("box", box.name + ": " + (box.type.isEmpty() ? box.meaning : box.type + ", " + box.meaning));
        svg.rectangle(at.x(), at.y(), box.width(), box.height());
        svg.text(at.x() + BoxLayout.INDENT, at.y() + LINE, "name", box.name);
        svg.text(at.x() + BoxLayout.INDENT + (box.name.length() + 2) * Box.LETTER, at.y() + LINE, "soft", box.shownType());
        for (int i = 0; i < box.rows().size(); i++) {
            if (box.rows().get(i).about() != Box.About.CABLE) {
                svg.text(at.x() + BoxLayout.INDENT, base(at, i), "", box.rows().get(i).shown());
            }
        }
        for (int i = 0; i < box.outputs().size() && box.namesOutputs(); i++) {
            svg.textUntil(at.x() + box.width() - BoxLayout.INDENT, base(at, i), "soft", box.outputs().get(i));
        }
        svg.end();
    }

    private static double base(Point at, int row) {
        return at.y() + Box.middle(row) + 4;
    }

    private void cable(BoxLayout layout, Cable cable, Point origin) {
        svg.begin("cable", cable.text());
        for (List<Point> curve : layout.curves(cable)) {
            svg.curve(curve.stream().map(origin::plus).toList());
        }
        if (cable.named()) {
            Point at = origin.plus(layout.boxes().get(cable.box()));
            svg.text(at.x() + BoxLayout.INDENT, base(at, cable.row()), "", cable.box().rows().get(cable.row()).shown());
        }
        svg.end();
    }

    /** From a part to where the mix takes it. */
    private void lead(Frame part, Point from, Frame mixed, double mixLeft, double mixTop) {
        mixed.layout().boxes().forEach((box, place) -> {
            if (isBeginning(box, part)) {
                Point to = new Point(mixLeft + Frame.left() + place.x(), mixTop + Frame.top() + place.y() + Box.HEADING / 2);
                double bend = ASIDE / 2;
                svg.begin("cable lead", part.name() + " -> " + MIX);
                svg.curve(List.of(from, new Point(from.x() + bend, from.y()), new Point(to.x() - bend, to.y()), to));
                svg.end();
            }
        });
    }
}
