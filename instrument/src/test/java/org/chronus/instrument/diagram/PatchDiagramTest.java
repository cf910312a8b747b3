package org.chronus.instrument.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.plan.Keys;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.graphper.util.FontUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of a patch shows all that it has, and nothing on top of another. */
class PatchDiagramTest {
    private static final PresetReader READER = new PresetReader(ModuleCatalog.load());

    static List<PresetFile> factory() {
        return new PresetLibrary(READER, Path.of("none")).list().value();
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> groups(Element picture, String kind) {
        NodeList all = picture.getElementsByTagName("g");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).filter(group -> group.getAttribute("class").equals(kind))
                .toList();
    }

    private static String title(Element group) {
        return group.getElementsByTagName("title").item(0).getTextContent();
    }

    private static Stream<GraphPlan> graphs(PatchPlan plan) {
        return Stream.concat(plan.parts().stream().map(PatchPlan.PartPlan::graph), Stream.of(plan.mix()));
    }

    @ParameterizedTest
    @MethodSource("factory")
    void everyFactoryPresetIsShownWhole(PresetFile file) throws Exception {
        Preset preset = READER.read(file.text(), file.file()).value();
        String svg = PatchDiagram.svg(preset);
        Element picture = parse(svg);
        List<String> boxes = groups(picture, "box").stream().map(PatchDiagramTest::title).map(title -> title.replaceAll(",.*", "")).sorted().toList();
        List<String> modules = graphs(preset.plan()).flatMap(graph -> graph.modules().stream()).map(module -> module.id() + ": " + module.type())
                .sorted().toList();
        assertEquals(modules, boxes.stream().filter(modules::contains).toList());
        List<String> cables = groups(picture, "cable").stream().map(PatchDiagramTest::title).toList();
        assertEquals(graphs(preset.plan()).mapToInt(graph -> graph.cables().size()).sum(), cables.size());
        for (GraphPlan graph : graphs(preset.plan()).toList()) {
            graph.cables().forEach(cable -> assertTrue(cables.stream().anyMatch(title -> title.startsWith(cable.sources().getFirst().toString())
                    && title.endsWith("-> " + cable.target())), cable.toString()));
        }
        assertNothingOverlaps(groups(picture, "box"));
        assertTrue(svg.equals(PatchDiagram.svg(preset)), "it is the same every time");
    }

    private static void assertNothingOverlaps(List<Element> boxes) {
        List<double[]> seen = new ArrayList<>();
        for (Element box : boxes) {
            Element rectangle = (Element) box.getElementsByTagName("rect").item(0);
            double[] now = Stream.of("x", "y", "width", "height").mapToDouble(name -> Double.parseDouble(rectangle.getAttribute(name))).toArray();
            for (double[] other : seen) {
                boolean apart = now[0] >= other[0] + other[2] || other[0] >= now[0] + now[2] || now[1] >= other[1] + other[3]
                        || other[1] >= now[1] + now[3];
                assertTrue(apart, title(box));
            }
            seen.add(now);
        }
    }

    @Test void productsControllersAndKeysAreAsAPresetWritesThem() throws Exception {
        String text = """
                chronus: 1
                name: Fifty < sixty
                parts:
                  low:
                    keys: C2 .. B3
                    players: [{type: chord, notes: [0, 7]}]
                    modules: {osc: {type: saw}, filter: {type: svf, cutoff: 1 kHz}, env: {type: adsr}, amp: {type: vca}}
                    cables: [osc -> filter -> amp -> out, env * note.velocity * -0.5 -> amp.gain, note.velocity * 12 st -> filter.cutoff]
                controllers: {74: {to: low.filter.cutoff, range: [200 Hz, 9 kHz]}}
                """;
        String svg = PatchDiagram.svg(READER.read(text, "text").value());
        for (String shown : List.of("keys C2 .. B3", "chord 0 7", "cutoff 1 kHz", "env * note.velocity * -0.5", "note.velocity * 1 oct",
                "cc.74: 200 Hz .. 9 kHz", "Fifty &lt; sixty", "env.out * note.velocity * -0.5 -&gt; amp.gain")) {
            assertTrue(svg.contains(shown), shown);
        }
        parse(svg);
    }

    @Test void loopsAreDrawn() throws Exception {
        String text = """
                chronus: 1
                name: Loops
                modules: {osc: {type: saw}, filter: {type: svf}, back: {type: feedback}, lfo: {type: lfo}}
                cables: [osc -> filter -> out, filter -> back, back * 0.5 -> filter, back * 0.2 -> back, lfo * 0.2 st -> note.pitch, cc.1 * lfo -> out]
                """;
        Element picture = parse(PatchDiagram.svg(READER.read(text, "text").value()));
        assertEquals(9, groups(picture, "cable").size());
        assertNothingOverlaps(groups(picture, "box"));
    }

    /** A small box has none, and Java's own way to measure text then ends in an error. */
    @Test void noFontIsAskedFor() {
        assertEquals(new NoFonts().defaultFont(), FontUtils.DEFAULT_FONT);
    }

    @Test void keysAreListedAsRanges() {
        assertEquals("all keys", PartWords.keys(Keys.ALL));
        assertEquals("keys F#2, G#2 .. A2", PartWords.keys(Keys.range(42, 42).with(Keys.range(44, 45))));
        assertEquals("keys C4 .. G9", PartWords.keys(Keys.range(60, 127)));
    }

    @Test void whatNobodyCouldReadIsRefused() {
        StringBuilder text = new StringBuilder("chronus: 1\nname: Web\nmodules:\n");
        IntStream.range(0, 60).forEach(i -> text.append("  m").append(i).append(": {type: ").append(i == 0 ? "saw" : "svf").append("}\n"));
        text.append("cables:\n  - m59 -> out\n");
        IntStream.range(1, 60).forEach(i -> IntStream.range(0, i)
                .forEach(j -> text.append("  - m").append(j).append(" * 0.1 -> m").append(i).append('\n')));
        Preset web = READER.read(text.toString(), "web").value();
        assertTrue(assertThrows(DiagramTooLarge.class, () -> PatchDiagram.svg(web)).getMessage().startsWith("1771 pairs of modules are cabled"));
    }

    @Test void theLargestIsThereSoon() throws Exception {
        Preset largest = factory().stream().map(file -> READER.read(file.text(), file.file()).value())
                .reduce((a, b) -> size(a) > size(b) ? a : b).orElseThrow();
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            int length = PatchDiagram.svg(largest).length();
            System.out.printf(Locale.ROOT, "diagram: %s, %d cables, %d bytes, in %.0f ms%n", largest.name(), size(largest), length,
                    (System.nanoTime() - begin) / 1e6);
        }
    }

    private static int size(Preset preset) {
        return graphs(preset.plan()).mapToInt(graph -> graph.cables().size()).sum();
    }
}
