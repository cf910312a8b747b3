package org.chronus.hosting.isolation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.chronus.hosting.PluginException;

/**
 * The helper processes of this program: one for each patch that hosts plugins, a spare that has started already, and a thread that looks
 * after plugins whose process has ended or hangs. All of them end with the program. Any thread but the audio thread.
 */
final class Helpers {
    private static final long LOOK_MILLIS = 20;
    private static final int MOST_SAID = 16;
    /** Mistakes that were said, once each. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();
    private static final AtomicReference<HelperProcess> SPARE = new AtomicReference<>();
    private static final List<IsolatedPlugin> WATCHED = new CopyOnWriteArrayList<>();
    /** Those that are being cured, each by a thread of its own: one that loads for long keeps no other silent. */
    private static final Set<IsolatedPlugin> CARED_FOR = ConcurrentHashMap.newKeySet();
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

    /** One that fails keeps neither the others from their turn nor this thread from its pause: the next look tries again. */
    private static void run() {
        while (true) {
            WATCHED.forEach(plugin -> attempt(() -> look(plugin)));
            attempt(Helpers::keepSpare);
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void look(IsolatedPlugin plugin) {
        if (plugin.isIll() && CARED_FOR.add(plugin)) {
            Thread.ofPlatform().name("care").daemon().start(() -> {
                attempt(plugin::cure);
                CARED_FOR.remove(plugin);
            });
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (SAID.size() < MOST_SAID && SAID.add(e.toString())) {
                System.err.println("chronus: plugins: " + e + ": this is a mistake of ours; it is tried again");
            }
        }
    }

    /** Only while plugins are hosted at all. */
    private static void keepSpare() {
        if (!WATCHED.isEmpty() && SPARE.get() == null) {
            try {
                HelperProcess process = start();
                if (!SPARE.compareAndSet(null, process)) {
                    end(process);
                }
            } catch (PluginException e) {
                // Without one a patch starts its own, and says why it cannot.
                SPARE.set(null);
            }
        }
    }
}
