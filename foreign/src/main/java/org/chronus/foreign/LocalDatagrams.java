package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** Sends datagrams to a Unix socket, of which Java knows only streams: see {@code man 7 unix}. Immutable; any thread. */
final class LocalDatagrams {
    private static final MethodHandle SOCKET = Native.call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SEND = Native.call("sendto",
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final short UNIX = 1;
    /** {@code SOCK_DGRAM | SOCK_CLOEXEC}, of x86 and Arm. */
    private static final int DATAGRAM = 2 | 0x80000;
    /** {@code MSG_NOSIGNAL}, {@code MSG_DONTWAIT}. */
    private static final int NO_SIGNAL = 0x4000, NO_WAIT = 0x40;
    /** Of {@code sockaddr_un}: where the name begins, and how long it may be with the NUL at its end. */
    private static final int NAME = 2, LONGEST_NAME = 108;
    private static final byte ABSTRACT = '@';

    private final int socket;
    private final MemorySegment address;

    /** @param name a path; or a name that is in no folder, after {@code @} */
    LocalDatagrams(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean isAbstract = bytes[0] == ABSTRACT;
        address = Arena.ofAuto().allocate(NAME + bytes.length + (isAbstract ? 0 : 1), 2);
        address.set(JAVA_SHORT, 0, UNIX);
        MemorySegment.copy(bytes, 0, address, JAVA_BYTE, NAME, bytes.length);
        if (isAbstract) {
            address.set(JAVA_BYTE, NAME, (byte) 0);
        }
        try {
            socket = (int) SOCKET.invokeExact((int) UNIX, DATAGRAM, 0);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** True for what can be the name of a socket. */
    static boolean isName(String name) {
        return (name.startsWith("/") || name.startsWith("@")) && name.length() > 1
                && name.getBytes(StandardCharsets.UTF_8).length < LONGEST_NAME;
    }

    /**
     * Sends one.
     *
     * @param waits true if a queue that is full is waited for
     * @return false if it did not get there
     */
    boolean send(String text, boolean waits) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            MemorySegment message = arena.allocate(bytes.length);
            MemorySegment.copy(bytes, 0, message, JAVA_BYTE, 0, bytes.length);
            return bytes.length == (long) SEND.invokeExact(socket, message, (long) bytes.length, waits ? NO_SIGNAL : NO_SIGNAL | NO_WAIT,
                    address, (int) address.byteSize());
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
