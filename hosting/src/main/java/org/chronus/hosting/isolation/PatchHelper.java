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
    /** Read while another plugin of the patch loads, which takes long: {@link #generation} is counted before it is replaced. */
    private volatile HelperProcess process;
    private volatile int generation;
    private boolean closed;

    /** What a plugin of the patch is called. */
    int nextNumber() {
        return plugins.incrementAndGet();
    }

    /** Counts the processes that it has had: another one means that its plugins must be opened again. */
    int generation() {
        return generation;
    }

    /** The number of its process in the system; 0 before it has one. */
    long process() {
        HelperProcess now = process;
        return now == null ? 0 : now.number();
    }

    /** False once its process has ended. */
    boolean isAlive() {
        HelperProcess now = process;
        return now != null && now.isAlive();
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
            HelperProcess next = Helpers.take();
            generation = generation + 1;
            process = next;
        }
        return process.ask(request);
    }

    /** Ends a process that hangs: of that generation, for another plugin may have done so already. */
    void kill(int which) {
        HelperProcess now = process;
        if (which == generation && now != null) {
            now.close();
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
