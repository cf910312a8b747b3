package org.chronus.instrument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another virtual machine with the tests' class path, started as the launcher starts one. */
public final class ChildJvm {
    /** How it ended, and all that it said. */
    public record Said(int code, String text) { }

    private ChildJvm() { }

    /** The command that runs a main class there, with further options for the machine. */
    public static List<String> command(List<String> options, Class<?> main, String... words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@bin/java.options", "-XX:CompilerDirectivesFile=bin/compiler.json", "-Xmx1g"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(words));
        return command;
    }

    /** The same without further options. */
    public static List<String> command(Class<?> main, String... words) {
        return command(List.of(), main, words);
    }

    /** Runs a main class to its end; one that takes more than five minutes is killed. */
    public static Said run(List<String> options, Class<?> main, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(options, main, words)).redirectErrorStream(true);
        // A machine that stands still must not fail a program change.
        builder.environment().put("CHRONUS_PRIME_TIMEOUT_MS", "60000");
        Process process = builder.start();
        process.getOutputStream().close();
        Thread killer = Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        killer.interrupt();
        return new Said(code, text);
    }
}
