package org.chronus.hosting.clap;

import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginThread;

/**
 * Looks every few milliseconds whether an open plugin waits for a call on the main thread, which the audio thread cannot ask anybody for.
 * Thread "clap-errands", there as long as a plugin is open; any thread but audio may add and remove plugins.
 */
final class ClapErrands implements Runnable {
    private static final long PERIOD_MS = 10;
    private static final List<ClapPlugin> OPEN = new ArrayList<>();
    private static boolean running;

    private ClapErrands() { }

    /** From now on it is looked after. */
    static void add(ClapPlugin plugin) {
        synchronized (OPEN) {
            OPEN.add(plugin);
            if (!running) {
                running = true;
                Thread.ofPlatform().name("clap-errands").daemon().start(new ClapErrands());
            }
        }
    }

    /** And now no longer. */
    static void remove(ClapPlugin plugin) {
        synchronized (OPEN) {
            OPEN.remove(plugin);
            OPEN.notifyAll();
        }
    }

    @Override public void run() {
        try {
            for (List<ClapPlugin> waiting = waiting(); waiting != null; waiting = waiting()) {
                for (ClapPlugin plugin : waiting) {
                    PluginThread.call(() -> attend(plugin));
                }
            }
        } catch (InterruptedException | PluginException e) {
            Thread.currentThread().interrupt();
        }
    }

    // On the main thread, which alone closes plugins: one that is still listed is open.
    private static Void attend(ClapPlugin plugin) {
        boolean open;
        synchronized (OPEN) {
            open = OPEN.contains(plugin);
        }
        if (open) {
            plugin.attend();
        }
        return null;
    }

    /** After a period, those that wait; null once none is open. */
    private static List<ClapPlugin> waiting() throws InterruptedException {
        synchronized (OPEN) {
            if (!OPEN.isEmpty()) {
                OPEN.wait(PERIOD_MS);
            }
            running = !OPEN.isEmpty();
            return !running ? null : OPEN.stream().filter(ClapPlugin::waits).toList();
        }
    }
}
