package org.chronus.instrument.jack;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.chronus.foreign.Native;

/**
 * The client library of JACK, if there is one: that of JACK's own server, or PipeWire's, which may lie apart. The first that has led to a
 * server is used ever after. Any thread but the audio thread.
 */
final class JackLibrary {
    private static final String NAME = "libjack.so.0";
    private static final List<SymbolLookup> ALL = Stream.concat(Stream.of(NAME), pipeWire()).map(Native::library).flatMap(Optional::stream).toList();
    private static final ConcurrentMap<String, MethodHandle> HANDLES = new ConcurrentHashMap<>();
    private static SymbolLookup symbols;
    private static boolean chosen;

    private JackLibrary() { }

    private static Stream<String> pipeWire() {
        return List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib").stream()
                .map(folder -> Path.of(folder, "pipewire-0.3", "jack", NAME)).filter(Files::exists).map(Path::toString);
    }

    /** True if one is installed. */
    static boolean exists() {
        return !ALL.isEmpty();
    }

    /** Asks one library after the other, until one answers with something but 0, and is the one from then on. */
    static synchronized long find(LongSupplier question) {
        if (chosen) {
            return question.getAsLong();
        }
        for (SymbolLookup each : ALL) {
            symbols = each;
            HANDLES.clear();
            long answer = question.getAsLong();
            if (answer != 0) {
                chosen = true;
                return answer;
            }
        }
        return 0;
    }

    /** True if it has a function: older ones do not have all. */
    static boolean has(String function) {
        return symbols.find(function).isPresent();
    }

    /** A function of it as a handle; {@code result} may be null. */
    @SuppressWarnings("restricted")
    static MethodHandle handle(String function, MemoryLayout result, MemoryLayout... parameters) {
        FunctionDescriptor shape = result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
        Linker.Option[] options = function.equals("jack_client_open")
                ? new Linker.Option[] {Linker.Option.firstVariadicArg(3)} : new Linker.Option[0];
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(function), shape, options);
    }

    /** Calls a function that returns a pointer. Its arguments are longs, for pointers and large numbers, and ints. */
    static long pointer(String function, Object... arguments) {
        return (long) call(function, ValueLayout.JAVA_LONG, arguments);
    }

    /** Calls a function that returns an int. */
    static int number(String function, Object... arguments) {
        return (int) call(function, ValueLayout.JAVA_INT, arguments);
    }

    /** Calls a function that returns nothing. */
    static void run(String function, Object... arguments) {
        call(function, null, arguments);
    }

    private static Object call(String function, MemoryLayout result, Object... arguments) {
        MethodHandle handle = HANDLES.computeIfAbsent(function, _ -> handle(function, result, Arrays.stream(arguments)
                .map(each -> each instanceof Long ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT).toArray(MemoryLayout[]::new))
                .asSpreader(Object[].class, arguments.length).asType(MethodType.methodType(Object.class, Object[].class)));
        try {
            return (Object) handle.invokeExact(arguments);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** A C string for a call. */
    static long text(Arena arena, String text) {
        return arena.allocateFrom(text).address();
    }
}
