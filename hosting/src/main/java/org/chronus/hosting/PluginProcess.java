package org.chronus.hosting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small Java machine of its own in which plugins are opened, so that nothing else ends with them. It is asked in lines, and answers each in
 * a line, after {@link #MARK}. Any thread but the audio thread; one at a time.
 */
public final class PluginProcess implements AutoCloseable {
    /** Before each answer: the Java machine, and plugins, may print to the same stream. */
    public static final String MARK = "\u0001chronus ";
    /** Longest wait for an answer. */
    public static final long PATIENCE_SECONDS = 30;
    /** An exit code is above it if a signal ended the process. */
    private static final int SIGNALS = 128;

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    /**
     * Starts it, without waiting for it.
     *
     * @param options   of the Java machine, beside those that all have
     * @param main      the class whose {@code main} answers
     * @param arguments of {@code main}
     */
    public PluginProcess(List<String> options, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Xlog:disable", "--add-modules", "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // Some toolkits end a process that has no display.
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** False once it has ended, by itself or not. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its number in the system. */
    public long number() {
        return process.pid();
    }

    /** Asks, and waits for the answer, as {@link #hear} does. */
    public Optional<String> ask(String question) throws TimeoutException, InterruptedException {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException ended) {
            return Optional.empty();
        }
        return hear();
    }

    /**
     * Waits for the next answer.
     *
     * @return empty if the process has ended
     * @throws TimeoutException     after half a minute; the process is ended then
     * @throws InterruptedException if this thread is to end; the process is ended then
     */
    public Optional<String> hear() throws TimeoutException, InterruptedException {
        try {
            return CompletableFuture.supplyAsync(this::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException mistake) {
            close();
            throw new IllegalStateException(mistake.getCause());
        } catch (TimeoutException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private Optional<String> readLine() {
        try {
            String line = answers.readLine();
            while (line != null && !line.contains(MARK)) {
                line = answers.readLine();
            }
            return Optional.ofNullable(line).map(answer -> answer.substring(answer.indexOf(MARK) + MARK.length()));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** The number of the signal that ended it; empty if none did. Waits for its end for a second at most. */
    public Optional<Integer> signal() throws InterruptedException {
        boolean ended = process.waitFor(1, TimeUnit.SECONDS);
        return Optional.of(ended ? process.exitValue() - SIGNALS : 0).filter(number -> number > 0);
    }

    /** Ends it, whatever it does. */
    @Override public void close() {
        process.destroyForcibly();
    }
}
