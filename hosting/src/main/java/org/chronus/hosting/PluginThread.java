package org.chronus.hosting;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The main thread of all plugins in this process: formats ask that one thread opens, changes and closes a plugin, for its whole life. Any
 * thread but the audio thread may hand it work.
 */
public final class PluginThread {
    private static final ExecutorService MAIN = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("plugins").daemon().unstarted(work));

    private PluginThread() { }

    /** Something to be done that may fail for a reason that people can read. */
    @FunctionalInterface
    public interface Work<T> extends Callable<T> {
        @Override T call() throws PluginException;
    }

    /** Has it done, and waits for it. Interrupted, it gives up waiting: what was begun goes on, and its result is lost. */
    public static <T> T call(Work<T> work) throws PluginException {
        Future<T> result = MAIN.submit(work);
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("it was not waited for", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case PluginException refused -> throw refused;
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
