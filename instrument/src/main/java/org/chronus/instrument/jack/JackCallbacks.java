package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandles;

import org.chronus.foreign.Native;

/**
 * The functions by which a server calls its clients, for as long as the process lives: the number of the client is their argument. Pointers
 * are longs, because anything else would be allocated; nothing escapes, because that would end the process.
 */
final class JackCallbacks {
    private static final int MOST_CLIENTS = 64;
    private static final JackListener[] CLIENTS = new JackListener[MOST_CLIENTS];

    private static final FunctionDescriptor SIMPLE = FunctionDescriptor.ofVoid(JAVA_LONG), ASKED = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor NUMBERED = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor FLAGGED = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor PORT = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor REASON = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final long BEGIN = stub("begin", SIMPLE), PROCESS = stub("process", NUMBERED), PERIOD = stub("period", NUMBERED),
            RATE = stub("rate", NUMBERED), XRUN = stub("xrun", ASKED), FREEWHEEL = stub("freewheel", FLAGGED), PORTS = stub("ports", PORT),
            SHUTDOWN = stub("shutdown", REASON),
            SILENT = stub("silent", SIMPLE);

    private JackCallbacks() { }

    private static long stub(String method, FunctionDescriptor shape) {
        return Native.callback(MethodHandles.lookup(), method, shape).address();
    }

    /** A place for a client; give it back. */
    static synchronized int add(JackListener listener) {
        for (int number = 0; number < MOST_CLIENTS; number++) {
            if (CLIENTS[number] == null) {
                CLIENTS[number] = listener;
                return number;
            }
        }
        throw new IllegalStateException("more than " + MOST_CLIENTS + " clients of JACK");
    }

    /** Its client is closed. */
    static synchronized void remove(int number) {
        CLIENTS[number] = null;
    }

    /** The library prints nothing by itself. */
    static void silence() {
        JackLibrary.run("jack_set_error_function", SILENT);
        JackLibrary.run("jack_set_info_function", SILENT);
    }

    /** Tells a client that is not active yet what to call. */
    static void register(long client, int number) {
        long which = number;
        JackLibrary.number("jack_set_thread_init_callback", client, BEGIN, which);
        JackLibrary.number("jack_set_process_callback", client, PROCESS, which);
        JackLibrary.number("jack_set_buffer_size_callback", client, PERIOD, which);
        JackLibrary.number("jack_set_sample_rate_callback", client, RATE, which);
        JackLibrary.number("jack_set_xrun_callback", client, XRUN, which);
        JackLibrary.number("jack_set_freewheel_callback", client, FREEWHEEL, which);
        JackLibrary.number("jack_set_port_registration_callback", client, PORTS, which);
        JackLibrary.run("jack_on_info_shutdown", client, SHUTDOWN, which);
    }

    private static void silent(long line) { }

    private static void begin(long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.begin();
        }
    }

    private static int process(int frames, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.process(frames);
        }
        return 0;
    }

    private static int period(int frames, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.period(frames);
        }
        return 0;
    }

    private static int rate(int hertz, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.rate(hertz);
        }
        return 0;
    }

    private static int xrun(long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.xrun();
        }
        return 0;
    }

    private static void freewheel(int starts, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.freewheel(starts != 0);
        }
    }

    private static void ports(int port, int registered, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.ports();
        }
    }

    private static void shutdown(int code, long reason, long number) {
        JackListener client = CLIENTS[(int) number];
        if (client != null) {
            client.shutdown();
        }
    }
}
