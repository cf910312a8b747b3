package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chronus.instrument.settings.DevicesReader;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README and docs say can be done can be done, and the tests that they name are there. */
@Tag("L24")
class DocumentsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LESSONS = 24;
    private static final List<Path> DOCUMENTS = new ArrayList<>();
    private static final List<Path> TESTS = new ArrayList<>();

    @BeforeAll static void collect() throws IOException {
        DOCUMENTS.addAll(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("SECURITY.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(DOCUMENTS::add);
        }
        for (String module : List.of("foreign", "midi", "modules", "hosting", "presets", "instrument")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(TESTS::add);
            }
        }
    }

    private static List<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL).matcher(text).results().toList();
    }

    private static List<MatchResult> findInAll(String pattern) throws IOException {
        List<MatchResult> all = new ArrayList<>();
        for (Path document : DOCUMENTS) {
            all.addAll(find(pattern, Files.readString(document)));
        }
        return all;
    }

    /** The source of a test class. */
    private static String source(String test) throws IOException {
        List<Path> files = TESTS.stream().filter(file -> file.endsWith(test + ".java")).toList();
        assertEquals(1, files.size(), "there is one " + test);
        return Files.readString(files.getFirst());
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (word.find() && !word.group().startsWith("#") && !word.group().equals(">")) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @Test void everyCommandIsUnderstood() throws IOException {
        List<MatchResult> commands = new ArrayList<>(findInAll("^(?:instrument/bin/)?chronus ([a-z][^\\n]*)"));
        commands.addAll(findInAll("`chronus ([a-z][^`\\n]*)`"));
        assertTrue(commands.size() > 10, "found " + commands.size());
        for (MatchResult command : commands) {
            String[] words = words(command.group(1)).toArray(String[]::new);
            assertDoesNotThrow(() -> new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words), command.group());
        }
    }

    @Test void everyTestThatIsNamedIsThere() throws IOException {
        for (MatchResult test : findInAll("`([A-Z]\\w+Test)#(\\w+)`")) {
            assertTrue(source(test.group(1)).contains(" void " + test.group(2) + "("), test.group());
        }
        for (MatchResult test : findInAll("`([A-Z]\\w+Test)`")) {
            assertTrue(TESTS.stream().anyMatch(file -> file.endsWith(test.group(1) + ".java")), test.group());
        }
        for (MatchResult tests : findInAll("-Dtest=([^\\s`]+)")) {
            for (String test : tests.group(1).split(",")) {
                source(test);
            }
        }
    }

    @Test void everyFileThatIsLinkedToIsThere() throws IOException {
        for (Path document : DOCUMENTS) {
            for (MatchResult link : find("\\]\\((?!http)([^)#]+)\\)", Files.readString(document))) {
                assertTrue(Files.exists(document.resolveSibling(link.group(1))), document + " links to " + link.group(1));
            }
        }
    }

    @Test void everyLessonHasATestThatBearsItsNumber() throws IOException {
        List<MatchResult> rows = find("^\\| L(\\d+) \\|[^\\n]*", Files.readString(ROOT.resolve("docs/lessons.md")));
        assertEquals(LESSONS, rows.size());
        for (int i = 0; i < LESSONS; i++) {
            assertEquals(String.valueOf(i + 1), rows.get(i).group(1), "in order");
            String tag = "@Tag(\"L" + (i + 1) + "\")";
            List<MatchResult> tests = find("`(\\w+)#(\\w+)`", rows.get(i).group());
            boolean marked = false;
            for (MatchResult test : tests) {
                marked |= source(test.group(1)).contains(tag);
            }
            assertTrue(marked, tag + " is on none of " + tests.size() + " tests");
        }
    }

    @Test void everyPresetAndSettingOfTheFirstPagesIsGood() throws IOException {
        PresetReader reader = new PresetReader(ModuleCatalog.load());
        for (String page : List.of("README.md", "docs/presets.md", "docs/keyboards.md", "docs/players.md")) {
            List<MatchResult> texts = find("```yaml\\n(.*?)```", Files.readString(ROOT.resolve(page)));
            assertTrue(texts.size() > 0, page);
            for (MatchResult text : texts) {
                if (DevicesReader.isDevices(text.group(1))) {
                    assertEquals(List.of(), DevicesReader.read(text.group(1), page).problems());
                } else if (!text.group(1).contains("\nbank:")) {
                    assertEquals(List.of(), reader.read(text.group(1), page).problems());
                }
            }
        }
    }

    @Test void theModuleThatIsShownIsTheOneThatWeShip() throws IOException {
        String module = find("```java\\n(.*?)```", Files.readString(ROOT.resolve("CONTRIBUTING.md"))).getFirst().group(1);
        String shipped = Files.readString(ROOT.resolve("modules/src/main/java/org/chronus/modules/mixing/Multiplier.java"));
        assertTrue(shipped.endsWith(module), "it differs from " + shipped);
    }
}
