package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Chronus installed in a folder of a test: the launcher, and this build's classes by way of a jar that only names them. */
final class Installation {
    /** How a shell ended, and what was said in it; the line about the incubator module is left out. */
    record Said(int code, String out, String err) { }

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** A small machine that starts soon; it is the launcher that is tried. */
    private static final String QUICK = "-XX:-AlwaysPreTouch -Xms64m";

    private final Path launcher;

    Installation(Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("instrument/bin"));
        Path target = Files.createDirectories(folder.resolve("instrument/target/lib"));
        launcher = Files.copy(ROOT.resolve("instrument/bin/chronus"), bin.resolve("chronus"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : List.of("compiler.json", "java.options", "play.options", "from-source")) {
            Files.copy(ROOT.resolve("instrument/bin").resolve(part), bin.resolve(part));
        }
        Files.copy(ROOT.resolve("pom.xml"), folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("instrument/target/built"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(target.resolve("all.jar")), manifest).close();
    }

    /**
     * Runs a line of bash there, in which {@code "$chronus"} is the launcher.
     *
     * @param environment all of it; without any, bash has its own {@code PATH}
     */
    Said run(Path workingFolder, Map<String, String> environment, String line) throws IOException, InterruptedException {
        Path out = Files.createTempFile("chronus", ".out"), err = Files.createTempFile("chronus", ".err");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of("/bin/bash", "-c", line))).directory(workingFolder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("chronus", launcher.toString());
        builder.environment().merge("CHRONUS_JAVA_OPTIONS", QUICK, (given, quick) -> given + " " + quick);
        Process process = builder.start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + line);
            }
            String said = Files.readString(err, StandardCharsets.UTF_8).lines().filter(each -> !each.contains("incubator modules"))
                    .collect(Collectors.joining("\n"));
            return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), said);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
