package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/**
 * Standard output of a process in which foreign code may print: see {@code man 2 dup}. A pipe that is full stops whoever prints, and be it
 * a plugin that plays. Once, before that code is loaded; any thread.
 */
public final class NativeOutput {
    private static final int OUT = 1, ERROR = 2;
    private static final MethodHandle DUPLICATE = Native.call("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private NativeOutput() { }

    /** Standard output for ourselves alone: what others print there goes to standard error from now on. */
    public static OutputStream takeOver() throws IOException {
        OutputStream own = new FileOutputStream("/proc/self/fd/" + OUT);
        try {
            if ((int) DUPLICATE.invokeExact(ERROR, OUT) < 0) {
                throw new IOException("standard output cannot be led elsewhere");
            }
        } catch (IOException refused) {
            own.close();
            throw refused;
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
        return own;
    }
}
