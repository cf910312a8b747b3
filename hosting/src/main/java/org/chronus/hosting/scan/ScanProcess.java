package org.chronus.hosting.scan;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that scans bundles, one after the other. When a bundle ends it, or keeps it busy for too long, that bundle is refused, and the
 * next one gets a new process. Mutable; one thread.
 */
final class ScanProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int SIGNALS = 128;

    private Process process;
    private BufferedWriter questions;
    private BufferedReader answers;

    /** What is in a bundle. Never fails: what does, becomes a refusal. */
    BundleScan scan(String scheme, Path bundle) throws IOException {
        if (process == null || !process.isAlive()) {
            start();
        }
        try {
            questions.write(scheme + " " + bundle + "\n");
            questions.flush();
            String answer = CompletableFuture.supplyAsync(this::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer == null ? refused(bundle, "ended the process that looked at it" + signal())
                    : JsonMapper.shared().readValue(answer, BundleScan.class);
        } catch (TimeoutException e) {
            close();
            return refused(bundle, "was not done after " + PATIENCE_SECONDS + " s");
        } catch (IOException | ExecutionException | JacksonException e) {
            close();
            return refused(bundle, "ended the process that looked at it");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return refused(bundle, "was not waited for");
        }
    }

    private static BundleScan refused(Path bundle, String what) {
        return new BundleScan(0, List.of(), bundle + " " + what + ": it is not used; chronus list plugins --rescan tries again");
    }

    /** The next answer, without what plugins printed before it. */
    private String readLine() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.contains(Scanner.MARK)) {
                    return line.substring(line.indexOf(Scanner.MARK) + Scanner.MARK.length());
                }
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private String signal() throws InterruptedException {
        process.waitFor(1, TimeUnit.SECONDS);
        int code = process.isAlive() ? 0 : process.exitValue();
        return code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "";
    }

    private void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Xlog:disable",
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Scanner.class.getName()));
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Ends the process. */
    @Override public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
