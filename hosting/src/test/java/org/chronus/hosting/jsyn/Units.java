package org.chronus.hosting.jsyn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jars.JarMaker;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;

/** JSyn for the tests: a jar with its shapes that is made here, or with {@code -Djsyn.jar=PATH} the real one. Immutable. */
final class Units {
    private static final String REAL = System.getProperty("jsyn.jar", "");
    private static final JSynJar JAR = read();

    private Units() { }

    /** True with the real jar. */
    static boolean areReal() {
        return !REAL.isEmpty();
    }

    static JSynJar jar() {
        return JAR;
    }

    /** The file. */
    static Path file() {
        try {
            return areReal() ? Path.of(REAL) : new JarMaker().sources(Path.of("src/test/shapes"))
                    .write(Files.createTempDirectory("jsyn").resolve("jsyn-17.2.0-shapes.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModuleType type(String name) {
        return JAR.types().stream().filter(type -> type.name().equals("jsyn:" + name)).findFirst().orElseThrow();
    }

    static Module make(String name) {
        return type(name).make();
    }

    /** Of the units, without the instruments. */
    static List<String> names() {
        return JAR.types().stream().map(ModuleType::name).filter(name -> !name.contains("/")).toList();
    }

    private static JSynJar read() {
        Path file = file();
        try (JarFile jar = new JarFile(file.toFile())) {
            return JSynJar.read(jar, new URLClassLoader(new URL[] {file.toUri().toURL()}, Units.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PluginException e) {
            throw new IllegalStateException(e);
        }
    }
}
