package org.chronus.midi.osc;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Encodes messages as packets of Open Sound Control. Mutable: it has one buffer, which each call writes anew; one thread at a time. */
public final class OscEncoder {
    /** The largest packet of UDP, in bytes. */
    static final int LARGEST = 65_507;

    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);

    /**
     * The packet, valid until the next call.
     *
     * @throws IllegalArgumentException if it would be larger than a packet may be, a string holds a zero, which would end it, or an argument
     *                                  is of another kind than {@link OscMessage} names
     */
    public ByteBuffer encode(OscMessage message) {
        buffer.clear();
        try {
            putString(message.address());
            StringBuilder tags = new StringBuilder(",");
            message.arguments().forEach(argument -> tags.append(tag(argument)));
            putString(tags.toString());
            message.arguments().forEach(this::put);
        } catch (BufferOverflowException | IllegalArgumentException impossible) {
            String reason = impossible instanceof BufferOverflowException ? "it is larger than " + LARGEST + " bytes" : impossible.getMessage();
            throw new IllegalArgumentException(message.address() + " cannot be sent: " + reason, impossible);
        }
        return buffer.flip();
    }

    private static char tag(Object argument) {
        return switch (argument) {
            case Integer _ -> 'i';
            case Float _ -> 'f';
            case Long _ -> 'h';
            case Double _ -> 'd';
            case String _ -> 's';
            case Boolean is -> is ? 'T' : 'F';
            default -> throw new IllegalArgumentException("there is no type tag for a " + argument.getClass().getSimpleName());
        };
    }

    /** A boolean has no data beside its type tag. */
    private void put(Object argument) {
        switch (argument) {
            case Integer number -> buffer.putInt(number);
            case Float number -> buffer.putFloat(number);
            case Long number -> buffer.putLong(number);
            case Double number -> buffer.putDouble(number);
            case String text -> putString(text);
            default -> { }
        }
    }

    /** In UTF-8, with a terminating zero, padded with zeros. */
    private void putString(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a string holds a zero");
        }
        buffer.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        while (buffer.position() % OscArguments.ALIGNMENT != 0) {
            buffer.put((byte) 0);
        }
    }
}
