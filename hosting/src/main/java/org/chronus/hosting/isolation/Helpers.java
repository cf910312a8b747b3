package org.chronus.hosting.isolation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.chronus.hosting.PluginException;

/**
 * The helper processes of this program: one for each patch that hosts plugins, a spare that has started already, and a thread that looks
 * after plugins whose process has ended or hangs. All of them end with the program. Any thread but the audio thread.
 */
final class Helpers {
    private static final long LOOK_MILLIS = 20;
    private static final AtomicReference<HelperProcess> SPARE = new AtomicReference<>();
    private static final List<IsolatedPlugin> WATCHED = new CopyOnWriteArrayList<>();
    private static final List<HelperProcess> ALL = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(HelperProcess::close)));
        Thread.ofPlatform().name("helpers").daemon().start(Helpers::run);
    }

    private Helpers() { }

    /** A process that nobody else has. */
    static HelperProcess take() throws PluginException {
        HelperProcess spare = SPARE.getAndSet(null);
        return spare != null && spare.isAlive() ? spare : start();
    }

    private static HelperProcess start() throws PluginException {
        HelperProcess process = new HelperProcess();
        ALL.add(process);
        return process;
    }

    /** It has ended, or is to. */
    static void end(HelperProcess process) {
        process.close();
        ALL.remove(process);
    }

    /** Looks after a plugin from now on. */
    static void watch(IsolatedPlugin plugin) {
        WATCHED.add(plugin);
    }

    /** No longer. */
    static void forget(IsolatedPlugin plugin) {
        WATCHED.remove(plugin);
    }

    private static void run() {
        Consumer<IsolatedPlugin> look = IsolatedPlugin::look;
        while (true) {
            try {
                WATCHED.forEach(look);
                keepSpare();
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (PluginException | RuntimeException e) {
                // The next look tries again: what a plugin could not be given back, its silence tells.
                Thread.onSpinWait();
            }
        }
    }

    /** Only while plugins are hosted at all. */
    private static void keepSpare() throws PluginException {
        if (!WATCHED.isEmpty() && SPARE.get() == null) {
            HelperProcess process = start();
            if (!SPARE.compareAndSet(null, process)) {
                end(process);
            }
        }
    }
}
