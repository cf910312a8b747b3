package org.chronus.hosting.isolation;

import java.util.concurrent.atomic.AtomicInteger;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;

/**
 * The helper process of one patch, for all of its plugins; another one after it has ended. Any thread but the audio thread.
 */
public final class PatchHelper implements AutoCloseable {
    private final AtomicInteger plugins = new AtomicInteger();
    private HelperProcess process;
    private int generation;
    private boolean closed;

    /** What a plugin of the patch is called. */
    int nextNumber() {
        return plugins.incrementAndGet();
    }

    /** Counts the processes that it has had: another one means that its plugins must be opened again. */
    synchronized int generation() {
        return generation;
    }

    /** The number of its process in the system; 0 before it has one. */
    synchronized long process() {
        return process == null ? 0 : process.number();
    }

    /** False once its process has ended. */
    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Asks the process; starts one if there is none, or the last one has ended. */
    synchronized Answer ask(Request request) throws PluginException {
        if (closed) {
            throw new PluginException("the patch has ended");
        }
        if (!isAlive()) {
            if (process != null) {
                Helpers.end(process);
            }
            process = Helpers.take();
            generation++;
        }
        return process.ask(request);
    }

    /** Ends a process that hangs: of that generation, for another plugin may have done so already. */
    synchronized void kill(int which) {
        if (which == generation && process != null) {
            process.close();
        }
    }

    /** [loader] The patch has ended. */
    @Override public synchronized void close() {
        closed = true;
        if (process != null) {
            Helpers.end(process);
        }
    }
}
