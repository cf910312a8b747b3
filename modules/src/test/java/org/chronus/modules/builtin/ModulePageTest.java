package org.chronus.modules.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.ModuleType.Group;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/modules.md has every module that comes with Chronus, in its group, in the words of the catalog. */
class ModulePageTest {
    private static final String JSYN = "## JSyn's unit generators\n";
    private static String page;

    @BeforeAll static void read() throws IOException {
        page = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/modules.md"));
    }

    @Test void everyModuleIsOnThePageInItsGroupAlone() {
        StringBuilder expected = new StringBuilder();
        for (Group group : Group.values()) {
            List<ModuleType> types = new BuiltInModules().types().stream().filter(type -> type.group() == group).toList();
            assertEquals(group == Group.OTHERS, types.isEmpty(), group.title());
            if (group != Group.OTHERS) {
                String title = group.title();
                expected.append("## ").append(title.substring(0, 1).toUpperCase(Locale.ROOT)).append(title.substring(1)).append("\n\n");
                expected.append("| type | what it is |\n|---|---|\n");
                types.forEach(type -> expected.append("| `").append(type.name()).append("` | ").append(type.meaning()).append(" |\n"));
                expected.append('\n');
            }
        }
        assertEquals(expected.toString(), page.substring(page.indexOf("## "), page.indexOf(JSYN)), "put what was expected into docs/modules.md");
    }

    /** Each unit of JSyn is answered once, by modules that there are, or by a reason. */
    @Test void whatStandsForJSynsUnitsIsThere() {
        List<MatchResult> rows = Pattern.compile("(?m)^\\| ([A-Z][\\w, ]+) \\| (.*) \\| (.*)\\|$").matcher(page.substring(page.indexOf(JSYN)))
                .results().toList();
        List<String> units = rows.stream().flatMap(row -> List.of(row.group(1).split(", ")).stream()).toList();
        assertEquals(units.size(), units.stream().distinct().count(), units::toString);
        assertTrue(units.size() >= 100, "found " + units.size());
        ModuleCatalog catalog = ModuleCatalog.load();
        for (MatchResult row : rows) {
            assertTrue(!row.group(2).equals("-") || !row.group(3).isBlank(), row.group(1) + " has no module and no reason");
            Pattern.compile("`(\\w+)`").matcher(row.group(2)).results()
                    .forEach(name -> assertTrue(catalog.find(name.group(1)).isPresent(), row.group()));
        }
    }
}
