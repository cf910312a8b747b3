package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processors of this machine, by the kernel's numbers, and which of them a thread runs on: see {@code man 2 sched_setaffinity}. Any thread. */
public final class Processors {
    private static final int MASK_BYTES = 128, MOST = 8 * MASK_BYTES;
    private static final Path FOLDER = Path.of("/sys/devices/system/cpu");
    private static final MethodHandle SET = Native.call("sched_setaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));

    private Processors() { }

    /**
     * A list as the kernel writes it, such as {@code 0-3,6}.
     *
     * @throws IllegalArgumentException if it is none: what is wrong
     */
    public static List<Integer> parse(String text) {
        List<Integer> all = new ArrayList<>();
        for (String range : text.strip().split(",", -1)) {
            if (!range.matches("[0-9]{1,4}(-[0-9]{1,4})?")) {
                throw new IllegalArgumentException("'" + text + "' is not a list of processors: write for example 2,3 or 2-5");
            }
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int processor = Integer.parseInt(ends[0]); processor <= last; processor++) {
                all.add(processor);
            }
        }
        return all;
    }

    /** Those that the kernel gives no thread to unless it is told to ({@code isolcpus}); none on most machines. */
    public static List<Integer> isolated() {
        return listed("isolated");
    }

    /** Those that run, whether they are for this process or not. */
    public static List<Integer> online() {
        return listed("online");
    }

    private static List<Integer> listed(String file) {
        try {
            String text = Files.readString(FOLDER.resolve(file)).strip();
            return text.isEmpty() ? List.of() : parse(text);
        } catch (IOException | IllegalArgumentException unknown) {
            return List.of();
        }
    }

    /**
     * True if a thread of this process may run there. A thread tries it: a processor that is isolated is in no thread's mask, and allowed all
     * the same.
     */
    public static boolean allow(int processor) throws InterruptedException {
        boolean[] allowed = new boolean[1];
        Thread.ofPlatform().start(() -> allowed[0] = keepTo(List.of(processor))).join();
        return allowed[0];
    }

    /** From now on this thread, and those that it starts, run there and nowhere else. False if that is not allowed: it stays as it was. */
    public static boolean keepTo(List<Integer> processors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            for (int processor : processors) {
                if (processor >= MOST) {
                    return false;
                }
                int place = processor / Byte.SIZE;
                mask.set(JAVA_BYTE, place, (byte) (mask.get(JAVA_BYTE, place) | 1 << processor % Byte.SIZE));
            }
            return (int) SET.invokeExact(0, (long) MASK_BYTES, mask) == 0;
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
