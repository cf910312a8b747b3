package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;

/**
 * What plugins may ask of their host: the functions of clap_host and of the extensions that are offered. One set for all plugins, so that it
 * is compiled once; what belongs to a plugin is in the foreign memory of its {@link ClapHost}. Any thread, [audio] too.
 */
final class HostCalls {
    /** The functions of clap_host. */
    static final long GET_EXTENSION = function("extension", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final long REQUEST_CALLBACK = function("callback", null, JAVA_LONG);
    /** A restart is granted at the next reset, and processing goes on at all times: neither asks for anything. */
    static final long NOTHING = function("nothing", null, JAVA_LONG);

    private static final VarHandle INT = JAVA_INT.varHandle();
    private static final VarHandle LONG = JAVA_LONG.varHandle();
    private static final int DIALECTS = NotePort.CLAP | NotePort.MIDI | NotePort.MPE;
    private static final int WARNING = 2;
    /** Pairs: the address of an extension's name, and of the structure with its functions. */
    static final long[] EXTENSIONS = {
        name("clap.log"), structure(function("log", null, JAVA_LONG, JAVA_INT, JAVA_LONG)),
        name("clap.thread-check"), structure(function("isMain", JAVA_BOOLEAN, JAVA_LONG), function("isAudio", JAVA_BOOLEAN, JAVA_LONG)),
        // A latency changes while a plugin is activated, and is read after that.
        name("clap.latency"), structure(NOTHING),
        name("clap.tail"), structure(function("tail", null, JAVA_LONG)),
        name("clap.timer-support"), structure(function("registerTimer", JAVA_BOOLEAN, JAVA_LONG, JAVA_INT, JAVA_LONG),
                function("unregisterTimer", JAVA_BOOLEAN, JAVA_LONG, JAVA_INT)),
        name("clap.params"), structure(function("rescan", null, JAVA_LONG, JAVA_INT),
                function("ignore", null, JAVA_LONG, JAVA_INT, JAVA_INT), NOTHING),
        name("clap.state"), structure(NOTHING),
        name("clap.audio-ports"), structure(function("refuse", JAVA_BOOLEAN, JAVA_LONG, JAVA_INT), function("ignore", null, JAVA_LONG, JAVA_INT)),
        name("clap.note-ports"), structure(function("dialects", JAVA_INT, JAVA_LONG), function("ignore", null, JAVA_LONG, JAVA_INT)),
    };

    private HostCalls() { }

    private static long function(String method, MemoryLayout result, MemoryLayout... parameters) {
        return Calls.upcall(MethodHandles.lookup(), method, result, parameters);
    }

    private static long name(String text) {
        return Arena.global().allocateFrom(text).address();
    }

    private static long structure(long... functions) {
        return Memory.pointers(Arena.global(), functions);
    }

    private static long data(long host) {
        return Memory.pointer(host + ClapHost.DATA);
    }

    private static void raise(long flag) {
        INT.setVolatile(Memory.ALL, flag, 1);
    }

    /** True if a flag was raised, which it is no longer. */
    static boolean lowered(long flag) {
        return (int) INT.getVolatile(Memory.ALL, flag) != 0 && (int) INT.getAndSet(Memory.ALL, flag, 0) != 0;
    }

    private static long extension(long host, long id) {
        for (int i = 0; i < EXTENSIONS.length; i += 2) {
            if (Memory.same(EXTENSIONS[i], id)) {
                return EXTENSIONS[i + 1];
            }
        }
        return 0;
    }

    private static void callback(long host) {
        raise(data(host) + ClapHost.CALLBACK);
    }

    private static void tail(long host) {
        raise(data(host) + ClapHost.TAIL);
    }

    private static void rescan(long host, int what) {
        raise(data(host) + ClapHost.RESCAN);
    }

    private static void nothing(long host) { }

    private static void ignore(long host, int what) { }

    private static void ignore(long host, int id, int what) { }

    private static boolean refuse(long host, int what) {
        return false;
    }

    private static int dialects(long host) {
        return DIALECTS;
    }

    // Kept for the message if the plugin then fails. It may come from any thread, so two at once may mix: no harm is done.
    private static void log(long host, int severity, long message) {
        if (severity >= WARNING && message != 0) {
            long field = data(host) + ClapHost.MESSAGE;
            int length = 0;
            byte character = 1;
            while (character != 0 && length < ClapHost.MESSAGE_SIZE) {
                character = Memory.ALL.get(JAVA_BYTE, message + length);
                Memory.ALL.set(JAVA_BYTE, field + length, character);
                length++;
            }
        }
    }

    // A thread is one of the two at a time: the main thread is none while it acts as the audio thread.
    private static boolean isMain(long host) {
        long here = Thread.currentThread().threadId();
        return here == thread(host, ClapHost.MAIN_THREAD) && here != thread(host, ClapHost.AUDIO_THREAD);
    }

    private static boolean isAudio(long host) {
        return Thread.currentThread().threadId() == thread(host, ClapHost.AUDIO_THREAD);
    }

    private static long thread(long host, long which) {
        return (long) LONG.getVolatile(Memory.ALL, data(host) + which);
    }

    // [main thread]
    private static boolean registerTimer(long host, int milliseconds, long id) {
        return ClapTimers.register(data(host) + ClapHost.TIMERS, milliseconds, id);
    }

    // [main thread]
    private static boolean unregisterTimer(long host, int id) {
        return ClapTimers.unregister(data(host) + ClapHost.TIMERS, id);
    }
}
