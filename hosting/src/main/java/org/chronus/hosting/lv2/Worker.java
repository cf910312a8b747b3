package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

import org.chronus.foreign.Native;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.lv2.data.Vocabulary;

/**
 * Work that a plugin gives away while it runs, because it may take long: done on a thread of the instance's own, its responses delivered
 * on the thread that runs the plugin. Opened and closed on the plugins' main thread.
 */
final class Worker {
    /** {@code LV2_Worker_Status}. */
    private static final int SUCCESS = 0, NO_SPACE = 2;
    private static final int RING = 1 << 16;
    private static final int SEMAPHORE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A plugin knows its worker by its place in this list, from 1 up. */
    private static final AtomicReferenceArray<Worker> WORKERS = new AtomicReferenceArray<>(1_024);

    private static final FunctionDescriptor MESSAGE = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MemorySegment SCHEDULE = Native.callback(MethodHandles.lookup(), "schedule", MESSAGE);
    private static final MemorySegment RESPOND = Native.callback(MethodHandles.lookup(), "respond", MESSAGE);
    private static final MethodHandle WORK = Native.call(
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_LONG));
    private static final MethodHandle RESPONSE = Native.call(MESSAGE);
    private static final MethodHandle END_RUN = Native.call(FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    private static final MethodHandle INIT = Native.call("sem_init", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle POST = Native.call("sem_post", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle WAIT = Native.call("sem_wait", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private final int place;
    private final MessageRing requests;
    private final MessageRing responses;
    /** The audio thread may post it, as it may do nothing else to wake a thread. */
    private final MemorySegment semaphore;
    /** Held while the plugin works, and by the main thread while it may not. */
    private final ReentrantLock working = new ReentrantLock();
    private long plugin;
    private MemorySegment work = MemorySegment.NULL;
    private MemorySegment response = MemorySegment.NULL;
    private MemorySegment endRun = MemorySegment.NULL;
    private Thread thread;
    private volatile boolean ends;

    Worker(Arena arena) throws PluginException {
        requests = new MessageRing(arena, RING);
        responses = new MessageRing(arena, RING);
        semaphore = arena.allocate(SEMAPHORE, JAVA_LONG.byteAlignment());
        place = enter(this);
        call(INIT, semaphore, 0, 0);
    }

    private static int enter(Worker worker) throws PluginException {
        for (int i = 0; i < WORKERS.length(); i++) {
            if (WORKERS.compareAndSet(i, null, worker)) {
                return i + 1;
            }
        }
        throw new PluginException(WORKERS.length() + " LV2 plugins are open, and there is no room for more: close some");
    }

    /** {@code LV2_Worker_Schedule}. */
    MemorySegment feature(Arena arena) {
        MemorySegment struct = arena.allocate(ADDRESS, 2);
        struct.set(JAVA_LONG, 0, place);
        struct.set(ADDRESS, ADDRESS.byteSize(), SCHEDULE);
        return struct;
    }

    /** An instance exists; a thread is started if it has work for one, and then it returns true. */
    boolean serve(Instance instance) {
        MemorySegment table = instance.extension(Vocabulary.WORKER);
        if (table.address() == 0) {
            return false;
        }
        MemorySegment functions = Native.sized(table, 3 * ADDRESS.byteSize());
        plugin = instance.handle();
        work = functions.getAtIndex(ADDRESS, 0);
        response = functions.getAtIndex(ADDRESS, 1);
        endRun = functions.getAtIndex(ADDRESS, 2);
        ends = false;
        thread = Thread.ofPlatform().name("plugin-worker").daemon().start(this::work);
        return true;
    }

    /** The main thread is about to call what must not be called beside the work. */
    void pause() {
        working.lock();
    }

    void resume() {
        working.unlock();
    }

    /** [audio] After every run: the plugin hears what became of its requests. */
    void deliver() {
        if (response.address() == 0) {
            return;
        }
        try {
            for (long body = responses.next(); body != 0; body = responses.next()) {
                int _ = (int) RESPONSE.invokeExact(response, plugin, responses.length(), body);
                responses.drop();
            }
            if (endRun.address() != 0) {
                int _ = (int) END_RUN.invokeExact(endRun, plugin);
            }
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** True if the plugin has requested something that is not yet done, or was not yet told of it. */
    boolean isBusy() {
        return thread != null && (working.isLocked() || !requests.isEmpty() || !responses.isEmpty());
    }

    /** The instance goes: ends the thread. False if the plugin still works: then nothing of it may be freed. */
    boolean stop() {
        if (thread != null) {
            ends = true;
            call(POST, semaphore);
            try {
                if (!thread.join(PATIENCE)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            thread = null;
            response = MemorySegment.NULL;
            requests.clear();
            responses.clear();
        }
        return true;
    }

    /** No instance will ask any more. */
    void leave() {
        WORKERS.set(place - 1, null);
    }

    private void work() {
        while (!ends) {
            call(WAIT, semaphore);
            working.lock();
            try {
                for (long body = requests.next(); body != 0 && !ends; body = requests.next()) {
                    int _ = (int) WORK.invokeExact(work, plugin, RESPOND, (long) place, requests.length(), body);
                    requests.drop();
                }
            } catch (Throwable e) {
                throw Native.unexpected(e);
            } finally {
                working.unlock();
            }
        }
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    private static Worker find(long place) {
        return place < 1 || place > WORKERS.length() ? null : WORKERS.get((int) place - 1);
    }

    /** [audio] A request of a plugin. */
    private static int schedule(long place, int size, long data) {
        Worker worker = find(place);
        if (worker == null || !worker.requests.write(data, size)) {
            return NO_SPACE;
        }
        try {
            int _ = (int) POST.invokeExact(worker.semaphore);
        } catch (Throwable e) {
            return NO_SPACE;
        }
        return SUCCESS;
    }

    /** A response of a plugin, on its worker's thread. */
    private static int respond(long place, int size, long data) {
        Worker worker = find(place);
        return worker != null && worker.responses.write(data, size) ? SUCCESS : NO_SPACE;
    }
}
