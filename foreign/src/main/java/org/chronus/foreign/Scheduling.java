package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Real-time scheduling, SCHED_FIFO, of the thread that calls: see {@code man 7 sched}. The audio thread comes first; what it waits for comes
 * right after it, whoever made the audio thread. Any thread.
 */
public final class Scheduling {
    private static final int OTHER = 0, FIFO = 1;
    /** Above the kernel's threads for interrupts, 50, below those that audio systems give their drivers, from 80. */
    private static final int AUDIO = 70;
    private static final MethodHandle SET = Native.call("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle POLICY = Native.call("sched_getscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PARAMETER = Native.call("sched_getparam", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private static volatile int audio;
    private static volatile List<Integer> processors = List.of();

    private Scheduling() { }

    /** Audio threads that begin from now on run on the first of these processors and on no other; anywhere, if there are none. */
    public static void keepAudioTo(List<Integer> chosen) {
        processors = List.copyOf(chosen);
    }

    /** Those that were chosen but for the audio thread's, for threads that it waits for; none if they may run anywhere. */
    public static List<Integer> processorsBesideAudio() {
        return processors.stream().skip(1).toList();
    }

    /**
     * This thread is the audio thread: it keeps to its processor, and asks for real time, if it has not got it from elsewhere. False if that is
     * not allowed.
     */
    public static boolean audio() {
        if (!processors.isEmpty()) {
            Processors.keepTo(processors.subList(0, 1));
        }
        int had = priority();
        audio = had > 0 ? had : realTime(AUDIO) ? AUDIO : 0;
        return audio > 0;
    }

    /** True once an audio thread is in real time. */
    public static boolean isReal() {
        return audio > 0;
    }

    /** The priority of threads that the audio thread waits for; 0 if it is not in real time itself. */
    public static int belowAudio() {
        return Math.max(0, audio - 1);
    }

    /**
     * Sets the priority of this thread.
     *
     * @param priority 1 to 99; 0 for a thread like any other
     * @return false if that is not allowed: the thread stays as it is
     */
    public static boolean realTime(int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
            return (int) SET.invokeExact(0, priority > 0 ? FIFO : OTHER, parameter) == 0;
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** The real-time priority of this thread; 0 if it has none. */
    public static int priority() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocate(JAVA_INT);
            boolean real = (int) POLICY.invokeExact(0) != OTHER && (int) PARAMETER.invokeExact(0, parameter) == 0;
            return real ? parameter.get(JAVA_INT, 0) : 0;
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
