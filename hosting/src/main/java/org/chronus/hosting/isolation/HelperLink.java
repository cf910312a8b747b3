package org.chronus.hosting.isolation;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.chronus.foreign.Futex;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import org.chronus.hosting.isolation.HelperProtocol.Verb;

/** A plugin that one helper process has open, and the memory shared with it; another one after that process has ended. */
final class HelperLink implements AutoCloseable {
    private static final AtomicLong NAMES = new AtomicLong();
    private static final int WARM_PIECES = 250;
    private static final long LOOK_NANOS = 10_000_000, PATIENCE_NANOS = 2_000_000_000, GLANCE_NANOS = 100_000_000;
    /** Most plugins play a block of 64 frames in less: to sleep and be woken takes as long. */
    private static final long SPIN_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 60_000 : 0;

    /** What is played. */
    final SharedBlock block;
    /** What the helper said when it had opened it. */
    final Answer opened;
    /** Pieces that were asked for. The audio thread's. */
    int asked;

    private final Arena arena;
    private final PatchHelper helper;
    private final int generation;
    private volatile boolean ended;

    private HelperLink(SharedBlock block, Answer opened, Arena arena, PatchHelper helper) {
        this.block = block;
        this.opened = opened;
        this.arena = arena;
        this.helper = helper;
        generation = helper.generation();
    }

    /**
     * Has it opened. [any thread but audio]
     *
     * @param number what it is called in that process
     */
    static HelperLink open(PatchHelper helper, int number, PluginInfo info, PluginSetup setup) throws PluginException {
        Path file = Path.of("/dev/shm", "chronus-" + ProcessHandle.current().pid() + "-" + NAMES.incrementAndGet());
        Arena arena = Arena.ofShared();
        try {
            SharedBlock block = SharedBlock.create(file, info, arena);
            Answer answer = helper.ask(new Request(Verb.OPEN, number, info, setup.sampleRate(), setup.preset().orElse(null),
                    setup.state().map(Object::toString).orElse(null), setup.offline(), file.toString())).orRefusal();
            return new HelperLink(block, answer, arena, helper);
        } catch (IOException e) {
            arena.close();
            throw new PluginException("no memory to share with a helper process: " + e.getMessage(), e);
        } catch (PluginException e) {
            arena.close();
            file.toFile().delete();
            throw e;
        }
    }

    /** Plays silence until a process that has just begun runs compiled code, then puts the plugin back. [any thread but audio, before it plays] */
    void warm(int number) throws PluginException {
        Futex futex = new Futex(arena);
        for (int piece = 0; piece < WARM_PIECES; piece++) {
            block.ask(++asked, HostedPlugin.MOST_FRAMES, 0);
            long begin = System.nanoTime();
            while (!isIdle()) {
                if (!isConnected() || System.nanoTime() - begin > PATIENCE_NANOS) {
                    throw new PluginException("its process has ended, or hangs");
                }
                block.played.sleep(futex, asked - 1, LOOK_NANOS);
            }
        }
        helper.ask(Request.of(Verb.RESET, number));
    }

    /** True while the process that has it lives. */
    boolean isConnected() {
        return helper.isAlive() && helper.generation() == generation;
    }

    /** [audio] False if the time, of {@link System#nanoTime}, is over before the piece is there, or its process is. */
    boolean await(Futex futex, long until) {
        block.played.spin(asked - 1, SPIN_NANOS);
        while (!isIdle()) {
            long left = until - System.nanoTime();
            if (left <= 0 || ended) {
                return false;
            }
            block.played.sleep(futex, asked - 1, Math.min(left, GLANCE_NANOS));
        }
        return true;
    }

    /** [helpers] Nobody need wait for it any more. */
    void end() {
        ended = true;
    }

    /** True once the helper has played all that was asked for. */
    boolean isIdle() {
        return asked == block.played.get();
    }

    /** Closes the plugin there, or ends the process if that is in the plugin still. */
    void leave(int number) {
        try {
            if (!isIdle()) {
                kill();
            } else if (isConnected()) {
                helper.ask(Request.of(Verb.CLOSE, number));
            }
        } catch (PluginException e) {
            kill();
        }
    }

    /** Ends its process. */
    void kill() {
        helper.kill(generation);
    }

    /** Gives its memory back: nobody may play any more. */
    @Override public void close() {
        arena.close();
    }
}
