package org.chronus.hosting.isolation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.chronus.foreign.Scheduling;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginProcess;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A helper process, as the instrument sees it: it has plugins and plays them. Started without waiting for it. Any thread but the audio thread,
 * one request at a time.
 */
final class HelperProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xms8m", "-Xmx64m", "-XX:ReservedCodeCacheSize=16m", "-Xss512k",
            "-XX:+PerfDisableSharedMem");

    private final PluginProcess process;
    private boolean ready;

    HelperProcess() throws PluginException {
        try {
            process = new PluginProcess(OPTIONS, HelperMain.class, Scheduling.processorsBesideAudio().stream().map(String::valueOf).toList());
        } catch (IOException e) {
            throw new PluginException("no helper process could be started for plugins: " + e.getMessage(), e);
        }
    }

    /** False once it has ended, by itself or not. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Its number in the system. */
    long number() {
        return process.number();
    }

    /** Asks, and waits for the answer, which may be a refusal. */
    synchronized Answer ask(Request request) throws PluginException {
        try {
            ready = ready || process.hear().isPresent();
            Optional<String> answer = ready ? process.ask(JsonMapper.shared().writeValueAsString(request)) : Optional.empty();
            if (answer.isEmpty()) {
                throw new PluginException("its process has ended" + process.signal().map(number -> " by signal " + number).orElse(""));
            }
            return JsonMapper.shared().readValue(answer.get(), Answer.class);
        } catch (JacksonException e) {
            throw new PluginException("its process does not answer as it should", e);
        } catch (TimeoutException e) {
            throw new PluginException("its process did not answer in " + PluginProcess.PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new PluginException("it was not waited for", e);
        }
    }

    /** Ends it, whatever it does. */
    @Override public void close() {
        process.close();
    }
}
