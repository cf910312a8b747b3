package org.chronus.hosting.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.ModuleType;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of strangers, good and broken. */
class PluginFolderTest {
    private static final String LIBRARY = """
            package stranger;
            import java.util.List;
            import org.chronus.modules.*;
            public class Library implements ModuleLibrary {
                @Override public List<ModuleType> types() {
                    return %s;
                }
            }
            """;
    private static final String MODULE = """
            package stranger;
            import org.chronus.modules.*;
            import org.chronus.modules.Module;
            public class Constant extends Module {
                private final Output out = output("out");
                @Override public void generate(int start, int limit) {
                    java.util.Arrays.fill(out.data, start * out.step, start * out.step + (limit - start) * out.step, %s);
                }
            }
            """;

    @TempDir private Path folder;

    private static JarMaker library(String types) {
        return new JarMaker().source("stranger.Library", String.format(Locale.ROOT, LIBRARY, types)).provider("stranger.Library");
    }

    private static JarMaker constant(String name, String value) {
        return library("List.of(new ModuleType(\"" + name + "\", \"a constant\", Constant::new))")
                .source("stranger.Constant", String.format(Locale.ROOT, MODULE, value));
    }

    private JarScan scan() {
        return new PluginFolder(folder).scan(List.of("svf"));
    }

    private String refusal() {
        JarScan scan = scan();
        assertEquals(List.of(), scan.types());
        assertEquals(1, scan.refusals().size());
        assertEquals(1, scan.refusals().getFirst().reason().lines().count());
        return scan.refusals().getFirst().toString();
    }

    private static void assertHas(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test void aModuleOfAStrangerSounds() {
        constant("half", "0.5f").write(folder.resolve("half.jar"));
        ModuleType type = scan().types().getFirst();
        assertEquals("half", type.name());
        assertEquals(0.5f, Rig.of(type.make()).render(64)[10]);
    }

    @Test void everyJarHasClassesOfItsOwn() {
        constant("one", "1f").write(folder.resolve("a.jar"));
        constant("two", "2f").write(folder.resolve("b.jar"));
        JarScan scan = scan();
        assertEquals(List.of(), scan.refusals());
        assertEquals(1f, Rig.of(scan.types().get(0).make()).render(64)[10]);
        assertEquals(2f, Rig.of(scan.types().get(1).make()).render(64)[10]);
        assertNotSame(scan.types().get(0).make().getClass(), scan.types().get(1).make().getClass());
    }

    @Test void pathsMayHaveSpacesAndLettersOfAnyLanguage() throws IOException {
        Path there = Files.createDirectory(folder.resolve("Klänge für später %20 音"));
        constant("half", "0.5f").write(there.resolve("mein Modul é#1.jar"));
        assertEquals(1, new PluginFolder(there).scan(List.of()).types().size());
    }

    @Test void noFolderIsAnEmptyOne() {
        assertEquals(JarScan.EMPTY, new PluginFolder(folder.resolve("none")).scan(List.of()));
    }

    @Test void theEnvironmentNamesTheFolder() {
        assertEquals(Path.of("/there"), PluginFolder.of(Map.of("CHRONUS_PLUGINS", "/there", "HOME", "/home/me")).path());
        assertEquals(Path.of("/home/me/.local/share/chronus/plugins"), PluginFolder.of(Map.of("HOME", "/home/me")).path());
    }

    @Test void aFileThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertHas(new PluginFolder(file).scan(List.of()).refusals().toString(), "it is not a folder");
    }

    @Test void aFolderWithoutPermissionIsNamed() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        assertHas(new PluginFolder(closed).scan(List.of()).refusals().toString(), "it may not be read", "chmod");
    }

    @Test void aJarThatIsNoneIsRefusedAndTheNextOneLoaded() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "no jar");
        constant("half", "0.5f").write(folder.resolve("b.jar"));
        JarScan scan = scan();
        assertEquals(1, scan.types().size());
        assertHas(scan.refusals().getFirst().toString(), "a.jar", "it is no jar", "copy it again");
    }

    @Test void aLinkThatLeadsNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.jar"), folder.resolve("gone"));
        assertHas(refusal(), "it leads nowhere");
    }

    @Test void aJarWithoutAModuleLibraryIsRefused() {
        new JarMaker().source("stranger.Nothing", "package stranger; class Nothing { }").write(folder.resolve("a.jar"));
        assertHas(refusal(), "it has no modules", "META-INF/services/org.chronus.modules.ModuleLibrary");
    }

    @Test void aProviderThatIsMissingIsNamed() {
        new JarMaker().provider("stranger.Gone").write(folder.resolve("a.jar"));
        assertHas(refusal(), "stranger.Gone", "META-INF/services");
    }

    @Test void aProviderThatThrowsIsRefused() {
        library("java.util.Objects.requireNonNull(null, \"no licence\")").write(folder.resolve("a.jar"));
        assertHas(refusal(), "no licence", "ask its author");
    }

    @Test void aClassThatIsMissingIsNamed() {
        constant("half", "0.5f").without("Constant").write(folder.resolve("a.jar"));
        assertHas(refusal(), "stranger/Constant", "put that into the jar");
    }

    @Test void aClassOfALaterJavaIsNamed() throws IOException {
        Path jar = folder.resolve("a.jar");
        constant("half", "0.5f").write(jar);
        JarEdit.patch(jar, "stranger/Library.class", bytes -> bytes[7] += 5);
        assertHas(refusal(), "compiled for another Java than");
    }

    @Test void aModuleThatCannotBeMadeIsNamed() {
        library("List.of(new ModuleType(\"bad\", \"\", () -> { throw new StackOverflowError(); }))").write(folder.resolve("a.jar"));
        assertHas(refusal(), "its module bad cannot be made", "calls itself without end");
    }

    @Test void oneModuleNameInTwoJarsIsTheFirstOnesAndBothAreNamed() {
        constant("half", "0.25f").write(folder.resolve("a.jar"));
        constant("half", "0.5f").write(folder.resolve("b.jar"));
        JarScan scan = scan();
        assertEquals(0.25f, Rig.of(scan.types().getFirst().make()).render(64)[10]);
        assertHas(scan.refusals().getFirst().toString(), "b.jar", "half is also in a.jar");
    }

    @Test void aModuleOfOursKeepsItsName() {
        constant("svf", "0.5f").write(folder.resolve("a.jar"));
        assertHas(refusal(), "svf is also in Chronus itself");
    }
}
