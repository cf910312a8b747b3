package org.chronus.midi.osc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what follows the address of a message: the type tags, then the arguments. Strings end with a zero and are padded to a multiple of
 * four bytes. Stateless; any thread.
 */
final class OscArguments {
    /** The type tags that are supported: int, float, string, double, long, true and false. */
    static final String SUPPORTED = "ifsdhTF";
    /** In bytes: every part of a message begins at a multiple of it. */
    static final int ALIGNMENT = 4;

    private OscArguments() { }

    /** Thrown for arguments that are broken or not supported; the message says why, and what to send instead. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * Reads from the buffer's position, which is behind the address, to its limit; the message begins at 0. A message without type tags
     * has no arguments. What follows the last argument is ignored.
     */
    static List<Object> read(ByteBuffer message) throws Unreadable {
        List<Object> arguments = new ArrayList<>();
        if (message.hasRemaining()) {
            if (message.get() != ',') {
                throw broken();
            }
            int tags = message.position();
            skipString(message);
            for (byte tag; (tag = message.get(tags)) != 0; tags++) {
                arguments.add(argument(message, tag));
            }
        }
        return arguments;
    }

    /** Leaves the position behind the padding of the string that begins there; returns the string's length in bytes. */
    static int skipString(ByteBuffer message) throws Unreadable {
        int start = message.position(), end = start;
        while (end < message.limit() && message.get(end) != 0) {
            end++;
        }
        int next = end / ALIGNMENT * ALIGNMENT + ALIGNMENT;
        if (next > message.limit()) {
            throw broken();
        }
        message.position(next);
        return end - start;
    }

    private static Object argument(ByteBuffer message, byte tag) throws Unreadable {
        return switch (tag) {
            case 'i' -> sized(message, Integer.BYTES).getInt();
            case 'f' -> sized(message, Float.BYTES).getFloat();
            case 'h' -> sized(message, Long.BYTES).getLong();
            case 'd' -> sized(message, Double.BYTES).getDouble();
            case 's' -> string(message);
            case 'T' -> true;
            case 'F' -> false;
            default -> throw new Unreadable("an argument is of a kind that is not taken: send one of " + SUPPORTED);
        };
    }

    private static ByteBuffer sized(ByteBuffer message, int bytes) throws Unreadable {
        if (message.remaining() < bytes) {
            throw broken();
        }
        return message;
    }

    private static String string(ByteBuffer message) throws Unreadable {
        int start = message.position(), length = skipString(message);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(message.slice(start, length)).toString();
        } catch (CharacterCodingException e) {
            throw broken();
        }
    }

    private static Unreadable broken() {
        return new Unreadable("its arguments cannot be read: send types and arguments whole, each one of " + SUPPORTED);
    }
}
