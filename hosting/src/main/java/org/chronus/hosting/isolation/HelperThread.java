package org.chronus.hosting.isolation;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;

/**
 * Plays one plugin in a helper process, piece by piece, on a thread of its own, in real time where that is allowed. Built and closed by
 * the main thread of the plugins.
 */
final class HelperThread {
    private static final long LOOK_NANOS = 500_000_000;
    /** A plugin that plays one piece after the other is asked again soon: a short wait without the kernel. */
    private static final int SPINS = 200;

    private final HostedPlugin plugin;
    private final Arena arena = Arena.ofShared();
    private final SharedBlock block;
    private final Futex futex;
    private final Thread thread;
    /** Held while a piece is played, and while the main thread changes the plugin. */
    private final Object turn = new Object();
    private volatile boolean closed;

    /** {@code memory}: the file of its block, which has no name any more once it is open. */
    HelperThread(HostedPlugin plugin, Path memory) throws IOException {
        this.plugin = plugin;
        block = SharedBlock.open(memory, plugin.info(), arena);
        futex = new Futex(arena);
        thread = Thread.ofPlatform().name("helper").daemon().start(this::run);
    }

    HostedPlugin plugin() {
        return plugin;
    }

    private void run() {
        RealTime.ask();
        int done = block.playedNumber();
        while (!closed) {
            for (int i = 0; i < SPINS && block.askedNumber() == done; i++) {
                Thread.onSpinWait();
            }
            while (block.askedNumber() == done && !closed) {
                futex.await(block.asked(), done, LOOK_NANOS);
            }
            if (!closed) {
                done = block.askedNumber();
                play();
                block.answer(done);
            }
        }
    }

    private void play() {
        synchronized (turn) {
            int inputs = plugin.info().audioInputs().size(), outputs = plugin.info().audioOutputs().size(), frames = block.frames();
            long bytes = 4L * frames;
            block.giveTo(plugin);
            for (int i = 0; i < inputs; i++) {
                MemorySegment.copy(block.input(i), 0, plugin.input(i), 0, bytes);
            }
            plugin.run(frames);
            for (int i = 0; i < outputs; i++) {
                MemorySegment.copy(plugin.output(i), 0, block.output(i), 0, bytes);
            }
        }
    }

    /** Between two pieces. */
    void reset() throws PluginException {
        synchronized (turn) {
            plugin.reset();
        }
    }

    /** After the last piece. */
    void close() {
        closed = true;
        Futex.wake(block.asked());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        plugin.close();
        arena.close();
    }
}
