package org.chronus.hosting.isolation;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

import org.chronus.hosting.HostedPlugin;

/** A plugin in its helper process, and the memory through which it is asked for pieces. Built and closed by the main thread of the plugins. */
final class HelperPlugin implements AutoCloseable {
    final HostedPlugin plugin;
    final SharedBlock block;
    /** The number of the piece that was played last. The thread that plays it. */
    private int done;
    private final Arena arena = Arena.ofShared();

    /** {@code memory}: the file of its block, which has no name any more once it is open. */
    HelperPlugin(HostedPlugin plugin, Path memory) throws IOException {
        this.plugin = plugin;
        block = SharedBlock.open(memory, plugin.info(), arena);
        done = block.played.get();
    }

    /** True if a piece waits to be played. */
    boolean isAsked() {
        return block.asked.get() != done;
    }

    /** The number that {@link #isAsked} compares with. */
    int done() {
        return done;
    }

    /** Plays the piece that was asked for. */
    void play() {
        int number = block.asked.get(), inputs = plugin.info().audioInputs().size(), outputs = plugin.info().audioOutputs().size();
        int frames = block.frames();
        long bytes = 4L * frames;
        block.giveTo(plugin);
        for (int i = 0; i < inputs; i++) {
            MemorySegment.copy(block.input(i), 0, plugin.input(i), 0, bytes);
        }
        plugin.run(frames);
        for (int i = 0; i < outputs; i++) {
            MemorySegment.copy(plugin.output(i), 0, block.output(i), 0, bytes);
        }
        done = number;
        block.played.set(number);
    }

    @Override public void close() {
        plugin.close();
        arena.close();
    }
}
