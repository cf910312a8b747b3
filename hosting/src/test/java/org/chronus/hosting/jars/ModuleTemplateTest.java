package org.chronus.hosting.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.modules.ModuleType;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that strangers copy makes a jar that loads, keeps the contract and sounds. */
class ModuleTemplateTest {
    private static final Path TEMPLATE = Path.of("../docs/module-template");
    private static final Path SERVICES = TEMPLATE.resolve("src/main/resources/META-INF/services/org.chronus.modules.ModuleLibrary");

    @TempDir private Path folder;

    private ModuleType loaded() throws IOException {
        new JarMaker().sources(TEMPLATE.resolve("src/main/java")).provider(Files.readString(SERVICES).strip()).write(folder.resolve("fold-1.0.jar"));
        JarScan scan = new PluginFolder(folder).scan(List.of());
        assertEquals(List.of(), scan.refusals());
        return scan.types().getFirst();
    }

    @Test void itsModuleKeepsTheContractFromWithinItsJar() throws IOException {
        ModuleContract.check(loaded()::make);
    }

    @Test void itsModuleFolds() throws IOException {
        assertEquals(0.5f, Rig.of(loaded().make()).set("in", 0.75).set("drive", 2).render(64)[10], 1e-6);
    }

    @Test void itsProjectAsksForThisVersion() throws IOException {
        String version = Files.readString(Path.of("../pom.xml"))
                .replaceFirst("(?s).*?<artifactId>chronus</artifactId>\\s*<version>(.*?)</version>.*", "$1");
        assertTrue(Files.readString(TEMPLATE.resolve("pom.xml")).contains("<chronus.version>" + version + "</chronus.version>"), version);
    }
}
