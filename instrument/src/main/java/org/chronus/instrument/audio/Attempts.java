package org.chronus.instrument.audio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls into a driver that may never return: each has a thread of its own, which is waited for, and given up when it takes too long. What it
 * opens after that is closed again. [housekeeping]
 */
final class Attempts {
    private static final long OPEN_MILLIS = 3_000, CLOSE_MILLIS = 300;
    /** With so many threads in it that do not return, a driver is not asked to open anything more before one of them is back. */
    private static final int MOST = 4;

    private final AtomicInteger hanging = new AtomicInteger();

    /** Opens a device. */
    OutputDevice.Line open(OutputDevice device, int sampleRate, int period) throws OutputDevice.Refused {
        CompletableFuture<OutputDevice.Line> opened = new CompletableFuture<>();
        if (hanging.get() < MOST) {
            begin("audio-open", () -> {
                try {
                    OutputDevice.Line line = device.open(sampleRate, period);
                    if (!opened.complete(line)) {
                        line.close();
                    }
                } catch (OutputDevice.Refused | RuntimeException | LinkageError refused) {
                    opened.completeExceptionally(refused);
                }
            });
            await(opened, OPEN_MILLIS);
        }
        opened.completeExceptionally(new OutputDevice.Refused(OutputDevice.Reason.BUSY,
                device.system() + " does not answer yet: if it stays so, pull the device out, and connect it again"));
        if (!opened.isCompletedExceptionally()) {
            return opened.join();
        }
        throw opened.exceptionNow() instanceof OutputDevice.Refused refused ? refused : new OutputDevice.Refused(OutputDevice.Reason.BUSY,
                device.system() + " failed: " + opened.exceptionNow() + ": connect the device again");
    }

    /** Closes a line. */
    void close(OutputDevice.Line line) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        begin("audio-close", () -> {
            try {
                line.close();
                closed.complete(null);
            } catch (RuntimeException gone) {
                closed.completeExceptionally(gone);
            }
        });
        await(closed, CLOSE_MILLIS);
    }

    /** True while a driver has not returned from something. */
    boolean areHanging() {
        return hanging.get() > 0;
    }

    private static void await(CompletableFuture<?> done, long millis) {
        try {
            done.get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Who waits looks for himself at what has become of it.
        }
    }

    private void begin(String name, Runnable call) {
        hanging.incrementAndGet();
        Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                call.run();
            } finally {
                hanging.decrementAndGet();
            }
        });
    }
}
