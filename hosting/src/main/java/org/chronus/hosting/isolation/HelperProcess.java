package org.chronus.hosting.isolation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.chronus.foreign.Scheduling;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A helper process, as the instrument sees it: a small Java machine that has plugins and plays them. Started without waiting for it. Any
 * thread but the audio thread, one request at a time.
 */
final class HelperProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int SIGNALS = 128;

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private boolean ready;

    HelperProcess() throws PluginException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xms8m", "-Xmx64m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=16m", "-Xss512k", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
                "-XX:+PerfDisableSharedMem", "-Xlog:disable", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), HelperMain.class.getName()));
        Scheduling.processorsBesideAudio().forEach(processor -> command.add(processor.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Some toolkits end a process that has no display.
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new PluginException("no helper process could be started for plugins: " + e.getMessage(), e);
        }
        requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** False once it has ended, by itself or not. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Its number in the system. */
    long number() {
        return process.pid();
    }

    /** Asks, and waits for the answer, which may be a refusal. */
    synchronized Answer ask(Request request) throws PluginException {
        try {
            if (!ready) {
                readLine();
                ready = true;
            }
            requests.write(JsonMapper.shared().writeValueAsString(request) + "\n");
            requests.flush();
            return JsonMapper.shared().readValue(readLine(), Answer.class);
        } catch (IOException | JacksonException e) {
            throw new PluginException("its process has ended" + signal(), e);
        }
    }

    private String readLine() throws PluginException, IOException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                String text = answers.readLine();
                while (text != null && !text.contains(HelperMain.MARK)) {
                    text = answers.readLine();
                }
                return text == null ? null : text.substring(text.indexOf(HelperMain.MARK) + HelperMain.MARK.length());
            } catch (IOException e) {
                return null;
            }
        });
        try {
            String text = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new IOException("no answer");
            }
            return text;
        } catch (TimeoutException e) {
            close();
            throw new PluginException("its process did not answer in " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new PluginException("it was not waited for", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** How it ended, if that was by a signal. */
    private String signal() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int code = process.isAlive() ? 0 : process.exitValue();
        return code > SIGNALS ? " by signal " + (code - SIGNALS) : "";
    }


    /** Ends it, whatever it does. */
    @Override public void close() {
        process.destroyForcibly();
    }
}
