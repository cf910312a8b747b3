package org.chronus.modules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the modules of one patch share: each thing is made when the first asks for it, and closed after all modules. Mutable; the loader's. */
public final class PatchResources {
    private final boolean offline;
    private volatile boolean live;
    private long deadline;
    private long frame;
    private final Map<Class<?>, AutoCloseable> all = new LinkedHashMap<>();

    /** For a patch that is to be heard. */
    public PatchResources() {
        this(false);
    }

    /** {@code offline}: the patch plays into a file, and never in real time. */
    public PatchResources(boolean offline) {
        this.offline = offline;
    }

    /** [any thread] True if the patch plays into a file: what has a finer way of playing, which takes longer, may use it. */
    public boolean isOffline() {
        return offline;
    }

    /** [loader] From now on the patch is played in real time, where a block that is not there in time is lost; else blocks wait. */
    public void live(boolean now) {
        live = now;
    }

    /** [any thread] True if a block must be there in time. */
    public boolean isLive() {
        return live;
    }

    /** [audio] By this time of {@link System#nanoTime} the present period should have its sound. */
    public void deadline(long nanos) {
        deadline = nanos;
    }

    /** [audio] See {@link #deadline(long)}; of no meaning for a patch that is not live. */
    public long deadline() {
        return deadline;
    }

    /** [audio] The present block begins with that frame since the patch began. */
    public void frame(long first) {
        frame = first;
    }

    /** [audio] The number of the present block's first frame since the patch began: for what goes on while no voice sounds. */
    public long frame() {
        return frame;
    }

    /** The one of that type. */
    public <T extends AutoCloseable> T get(Class<T> type, Supplier<T> maker) {
        return type.cast(all.computeIfAbsent(type, _ -> maker.get()));
    }

    /** Closes all of them. */
    public void close() {
        for (AutoCloseable each : all.values()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        all.clear();
    }
}
