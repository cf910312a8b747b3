package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.control.PortText;
import org.chronus.instrument.render.RenderReport;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read and printed is the same in every language that Java knows. */
class LocalesTest {
    private static final RenderReport REPORT = new RenderReport(1_234_567, 48_000, -1.25, -20.5, 1.5, 12.5, 7, 8, 9, 10, 11, 12, 13, 14,
            List.of(new RenderReport.Change(1, 0, 5, "Init", "swapped", 1.5, true, 64, -1)));
    @TempDir
    Path folder;

    private static <T> T in(Locale language, Supplier<T> work) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(language);
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<Locale> languages() {
        return Stream.concat(Stream.of(Locale.getAvailableLocales()), Stream.of("th-TH-u-nu-thai", "hi-IN-u-nu-deva").map(Locale::forLanguageTag));
    }

    @Test void everyLanguageReadsAPresetAndPrintsNumbersAlike() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetReader reader = new PresetReader(catalog);
        List<String> texts = new PresetLibrary(reader, folder).list().value().stream().map(file -> file.text()).limit(1).toList();
        Supplier<String> everything = () -> {
            StringBuilder all = new StringBuilder(REPORT.words()).append(Json.text(REPORT));
            texts.forEach(text -> all.append(reader.read(text, "preset").value()));
            all.append(reader.read("chronus: 1\nname: İI\nmodules: {OSC: {type: SAW, tune: 1,5 st}}\n", "bad").problems());
            catalog.find("svf").orElseThrow().shape().inputs().values().forEach(input -> all.append(PortText.range(input)));
            return all.toString();
        };
        String right = in(Locale.ROOT, everything);
        assertTrue(right.startsWith("25.7 s, peak -1.3 dBFS, 7 voices at most, 13 times real time"), right);
        assertTrue(languages().count() > 500);
        languages().distinct().forEach(language -> assertEquals(right, in(language, everything), language.toLanguageTag()));
    }

    @Test void aRenderIsTheSameWhereNumbersLookDifferent() throws Exception {
        Path song = Chronus.song(folder.resolve("song.mid"));
        assertArrayEquals(render(Locale.ROOT, song), render(Locale.forLanguageTag("ar-EG"), song));
    }

    private byte[] render(Locale language, Path song) throws Exception {
        Path out = folder.resolve("out.wav"), report = folder.resolve("report.json");
        Chronus.Said said = in(language, () -> Chronus.run("render", song, "-o", out, "--report", report, "--preset", "Init"));
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().matches("\\S+: [0-9]+\\.[0-9] s, peak -[0-9]+\\.[0-9] dBFS, 1 voices at most, [0-9]+ times real time\n"), said.err());
        JsonNode facts = JsonMapper.shared().readTree(report.toFile());
        assertEquals(Files.size(out), 80 + 6 * facts.get("frames").asLong());
        return Files.readAllBytes(out);
    }
}
