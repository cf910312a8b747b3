package org.chronus.hosting.isolation;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.foreign.FutexSet;
import org.chronus.foreign.Processors;
import org.chronus.foreign.Scheduling;
import org.chronus.foreign.SharedCounter;
import org.chronus.hosting.PluginException;

/**
 * A thread that plays plugins of a helper process as they are asked for, in real time where the audio thread is. A process has one thread
 * less than the machine has processors: more would only keep the audio thread from its own. The main thread of the plugins calls.
 */
final class HelperThread {
    /** Of which one is the word by which the thread itself is woken. */
    static final int MOST_PLUGINS = FutexSet.MOST - 1;
    private static final long LOOK_NANOS = 500_000_000;
    /** Within a period one piece follows the other, and in a render one period the other: to sleep would cost more than to wait. */
    private static final long SPIN_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 50_000 : 0;
    private static final int LOOKS = 8;

    private final FutexSet futex = new FutexSet(Arena.global());
    private final AskTimes times = new AskTimes();
    private final SharedCounter changes = new SharedCounter(Arena.global().allocate(SharedCounter.BYTES, SharedCounter.BYTES), 0);
    /** Held while plugins play, and while the main thread changes one. */
    private final Object turn = new Object();
    private volatile HelperPlugin[] plugins = {};
    /** Counts the looks at {@link #plugins}. */
    private volatile int rounds;
    /** That was asked for. This thread's. */
    private int priority;
    private boolean realTime;

    /** @param processors that it runs on; any if there are none */
    HelperThread(List<Integer> processors) {
        Thread.ofPlatform().name("helper").daemon().start(() -> {
            if (!processors.isEmpty()) {
                Processors.keepTo(processors);
            }
            run();
        });
    }

    /** How many it plays. */
    int size() {
        return plugins.length;
    }

    /** It plays this one too. */
    void add(HelperPlugin plugin) {
        change(Stream.concat(Arrays.stream(plugins), Stream.of(plugin)).toArray(HelperPlugin[]::new));
    }

    /** It does not, as soon as this returns. */
    void remove(HelperPlugin plugin) {
        change(Arrays.stream(plugins).filter(other -> other != plugin).toArray(HelperPlugin[]::new));
    }

    /** True if it plays that one. */
    boolean plays(HelperPlugin plugin) {
        return Arrays.asList(plugins).contains(plugin);
    }

    private void change(HelperPlugin[] all) {
        plugins = all;
        int seen = rounds;
        changes.set(changes.get() + 1);
        while (rounds == seen) {
            Thread.yield();
        }
    }

    /** Resets one between two pieces. */
    void reset(HelperPlugin plugin) throws PluginException {
        synchronized (turn) {
            plugin.plugin.reset();
        }
    }

    private void run() {
        while (true) {
            rounds = rounds + 1;
            HelperPlugin[] all = plugins;
            if (isAsked(all)) {
                times.add(System.nanoTime());
                play(all);
            } else {
                await(all);
            }
        }
    }

    private void play(HelperPlugin[] all) {
        synchronized (turn) {
            for (HelperPlugin plugin : all) {
                if (plugin.isAsked()) {
                    follow(plugin.block.priority());
                    plugin.play();
                }
            }
        }
    }

    /** Its priority is what the other process says, if that is allowed. */
    private void follow(int wanted) {
        if (wanted != priority) {
            priority = wanted;
            realTime = Scheduling.realTime(wanted) && wanted > 0;
        }
    }

    private static boolean isAsked(HelperPlugin[] all) {
        for (HelperPlugin plugin : all) {
            if (plugin.isAsked()) {
                return true;
            }
        }
        return false;
    }

    /** Until there is something to do, or for no reason. */
    private void await(HelperPlugin[] all) {
        if (spin(all, SPIN_NANOS)) {
            return;
        }
        long early = SPIN_NANOS == 0 ? 0 : times.sleep(System.nanoTime());
        if (early > 0) {
            sleep(all, early);
            if (spin(all, AskTimes.AWAKE_NANOS)) {
                return;
            }
            times.miss();
        }
        sleep(all, LOOK_NANOS);
    }

    /** Waits awake. True if there is something to do; false after so many nanoseconds. */
    private boolean spin(HelperPlugin[] all, long nanos) {
        long begin = System.nanoTime();
        do {
            for (int i = 0; i < LOOKS; i++) {
                if (isAsked(all) || all != plugins) {
                    return true;
                }
                Thread.onSpinWait();
            }
            if (realTime) {
                // Helpers of other patches have the same priority, and their turn only when this one gives it up.
                Thread.yield();
            }
        } while (System.nanoTime() - begin < nanos);
        return false;
    }

    private void sleep(HelperPlugin[] all, long nanos) {
        int seen = changes.get();
        futex.clear();
        changes.addTo(futex, seen);
        for (HelperPlugin plugin : all) {
            plugin.block.asked.addTo(futex, plugin.done());
        }
        if (all == plugins && !isAsked(all)) {
            futex.await(nanos);
        }
        changes.awake();
        for (HelperPlugin plugin : all) {
            plugin.block.asked.awake();
        }
    }
}
