package org.chronus.hosting.clap.abi;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Functions of a plugin as methods, one for each shape of parameters: the function itself is an argument, since only a constant handle is
 * quick. Stateless; any thread, those that take a segment as the function also on the audio thread.
 */
public final class Calls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle VOID = downcall(null, JAVA_LONG);
    private static final MethodHandle FLAG = downcall(JAVA_BOOLEAN, JAVA_LONG);
    private static final MethodHandle INT = downcall(JAVA_INT, JAVA_LONG);
    private static final MethodHandle POINTER = downcall(JAVA_LONG, JAVA_LONG);
    private static final MethodHandle POINTER_OF_TWO = downcall(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle POINTER_OF_THREE = downcall(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle POINTER_AT = downcall(JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle ACTIVATE = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_DOUBLE, JAVA_INT, JAVA_INT);
    private static final MethodHandle PROCESS = downcall(JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FLAG_OF_TWO = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle COUNT = downcall(JAVA_INT, JAVA_LONG, JAVA_BOOLEAN);
    private static final MethodHandle PORT = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_INT, JAVA_BOOLEAN, JAVA_LONG);
    private static final MethodHandle FILL = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle TEXT = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_INT, JAVA_DOUBLE, JAVA_LONG, JAVA_INT);
    private static final MethodHandle FLUSH = downcall(null, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle TELL = downcall(null, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SET = downcall(JAVA_BOOLEAN, JAVA_LONG, JAVA_INT);

    private Calls() { }

    @SuppressWarnings("restricted")
    private static MethodHandle downcall(MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters));
    }

    /**
     * A function for foreign code that runs a static method of a class, in the same shape, for the rest of this process. Pointers are longs
     * on both sides.
     */
    @SuppressWarnings("restricted")
    public static long upcall(MethodHandles.Lookup owner, String method, MemoryLayout result, MemoryLayout... parameters) {
        FunctionDescriptor shape = result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
        MethodType type = shape.toMethodType();
        try {
            return LINKER.upcallStub(owner.findStatic(owner.lookupClass(), method, type), shape, Arena.global()).address();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemorySegment at(long function) {
        return MemorySegment.ofAddress(function);
    }

    // A handle declares Throwable; the functions behind these throw nothing that Java could catch.
    private static IllegalStateException impossible(Throwable thrown) {
        return new IllegalStateException(thrown);
    }

    public static void run(MemorySegment function, long subject) {
        try {
            VOID.invokeExact(function, subject);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static void run(long function, long subject) {
        run(at(function), subject);
    }

    public static boolean flag(MemorySegment function, long subject) {
        try {
            return (boolean) FLAG.invokeExact(function, subject);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean flag(long function, long subject) {
        return flag(at(function), subject);
    }

    public static int process(MemorySegment function, long subject, long process) {
        try {
            return (int) PROCESS.invokeExact(function, subject, process);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static int number(MemorySegment function, long subject) {
        try {
            return (int) INT.invokeExact(function, subject);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static int number(long function, long subject) {
        return number(at(function), subject);
    }

    public static long pointer(long function, long subject) {
        try {
            return (long) POINTER.invokeExact(at(function), subject);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static long pointer(long function, long subject, long argument) {
        try {
            return (long) POINTER_OF_TWO.invokeExact(at(function), subject, argument);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static long pointer(long function, long subject, long first, long second) {
        try {
            return (long) POINTER_OF_THREE.invokeExact(at(function), subject, first, second);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static long pointerAt(long function, long subject, int index) {
        try {
            return (long) POINTER_AT.invokeExact(at(function), subject, index);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean activate(long function, long subject, double rate, int fewest, int most) {
        try {
            return (boolean) ACTIVATE.invokeExact(at(function), subject, rate, fewest, most);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean flag(long function, long subject, long argument) {
        try {
            return (boolean) FLAG_OF_TWO.invokeExact(at(function), subject, argument);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static int count(long function, long subject, boolean input) {
        try {
            return (int) COUNT.invokeExact(at(function), subject, input);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean port(long function, long subject, int index, boolean input, long result) {
        try {
            return (boolean) PORT.invokeExact(at(function), subject, index, input, result);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean fill(long function, long subject, int index, long result) {
        try {
            return (boolean) FILL.invokeExact(at(function), subject, index, result);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean text(long function, long subject, int id, double value, long result, int capacity) {
        try {
            return (boolean) TEXT.invokeExact(at(function), subject, id, value, result, capacity);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static void flush(long function, long subject, long in, long out) {
        try {
            FLUSH.invokeExact(at(function), subject, in, out);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static void tell(long function, long subject, int number) {
        try {
            TELL.invokeExact(at(function), subject, number);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    public static boolean set(long function, long subject, int number) {
        try {
            return (boolean) SET.invokeExact(at(function), subject, number);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }
}
