package org.chronus.hosting.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.chronus.hosting.PluginProcess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that scans bundles, one after the other. When a bundle ends it, or keeps it busy for too long, that bundle is refused, and the
 * next one gets a new process. Mutable; one thread.
 */
final class ScanProcess implements AutoCloseable {
    private PluginProcess process;

    /** What is in a bundle. What fails becomes a refusal, but that no process can be started. */
    BundleScan scan(String scheme, Path bundle) throws IOException {
        if (process == null || !process.isAlive()) {
            process = new PluginProcess(List.of("-Xmx256m"), Scanner.class, List.of());
        }
        try {
            Optional<String> answer = process.ask(scheme + " " + bundle);
            if (answer.isPresent()) {
                return JsonMapper.shared().readValue(answer.get(), BundleScan.class);
            }
            String signal = process.signal().map(number -> " (signal " + number + ")").orElse("");
            close();
            return refused(bundle, "ended the process that looked at it" + signal);
        } catch (TimeoutException e) {
            close();
            return refused(bundle, "was not done after " + PluginProcess.PATIENCE_SECONDS + " s");
        } catch (JacksonException e) {
            close();
            return refused(bundle, "disturbed the process that looked at it");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return refused(bundle, "was not waited for");
        }
    }

    private static BundleScan refused(Path bundle, String what) {
        return new BundleScan(0, List.of(), bundle + " " + what + ": it is not used; chronus list plugins --rescan tries again");
    }

    /** Ends the process. It may live for a moment longer, but is asked no more. */
    @Override public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
