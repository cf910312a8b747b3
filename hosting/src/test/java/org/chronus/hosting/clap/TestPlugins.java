package org.chronus.hosting.clap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginThread;

/** The plugins for tests of {@code src/test/c}, compiled once by the C compiler of this machine. What asks for them without one is skipped. */
public final class TestPlugins {
    /** Also of the modules beside this one. */
    private static final Path SOURCES = Path.of("../hosting/src/test/c");
    private static Path library;

    private TestPlugins() { }

    /** The library's file. */
    public static synchronized Path library() {
        if (library == null) {
            library = compile();
        }
        return library;
    }

    private static Path compile() {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc"))),
                "no C compiler: install gcc to run the tests with plugins of our own");
        try {
            Path folder = Files.createDirectories(Path.of(System.getenv().getOrDefault("CLAP_PATH", "target/clap")));
            Path target = folder.resolve("chronus-tests.clap").toAbsolutePath();
            List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-fvisibility=hidden", "-O2", "-o", target.toString()));
            try (Stream<Path> files = Files.list(SOURCES)) {
                files.map(Path::toString).filter(file -> file.endsWith(".c")).sorted().forEach(command::add);
            }
            command.add("-lm");
            assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), "the plugins for tests compile");
            return target;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a scan finds in a file. */
    static List<PluginInfo> scan(Path file) throws PluginException {
        return PluginThread.call(() -> new ClapFormat(List.of()).scan(file));
    }

    /** One of our own: sine, midi, effect, broken. */
    public static PluginInfo own(String name) throws PluginException {
        return scan(library()).stream().filter(plugin -> plugin.id().equals("org.chronus.tests." + name)).findFirst().orElseThrow();
    }
}
