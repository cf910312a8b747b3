package org.chronus.hosting.jsyn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;

/**
 * What is called in JSyn on the audio thread. Each is one method of the jar behind an interface of ours, by a class that the JVM spins
 * around its handle: the compiler sees through it, as it does not through a handle in a field. Immutable; the audio thread.
 */
public final class UnitCalls {
    private UnitCalls() { }

    /** {@code UnitGenerator.generate}. */
    @FunctionalInterface
    public interface Generate {
        /** [audio] Frames {@code start} to {@code limit - 1} of JSyn's block of 8. */
        void generate(Object unit, int start, int limit);
    }

    /** {@code UnitVariablePort.set}. */
    @FunctionalInterface
    public interface SetVariable {
        /** [audio] A number that holds for whole calls. */
        void set(Object port, double value);
    }

    /** {@code PseudoRandom.setSeed}. */
    @FunctionalInterface
    public interface SetSeed {
        /** [audio] Where its numbers begin. */
        void seed(Object random, int seed);
    }

    static <T> T as(Class<T> type, MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(type, handle);
    }
}
