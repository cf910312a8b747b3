package org.chronus.midi.osc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.illposed.osc.BufferBytesReceiver;
import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCSerializeException;
import com.illposed.osc.OSCSerializer;
import com.illposed.osc.argument.handler.BooleanFalseArgumentHandler;
import com.illposed.osc.argument.handler.BooleanTrueArgumentHandler;
import com.illposed.osc.argument.handler.DoubleArgumentHandler;
import com.illposed.osc.argument.handler.FloatArgumentHandler;
import com.illposed.osc.argument.handler.IntegerArgumentHandler;
import com.illposed.osc.argument.handler.LongArgumentHandler;
import com.illposed.osc.argument.handler.StringArgumentHandler;

/** Makes packets of messages. For one thread. */
public final class OscEncoder {
    /** Bytes; the most that UDP carries. */
    static final int LARGEST = 65_507;

    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private final OSCSerializer serializer = new OSCSerializer(List.of(IntegerArgumentHandler.INSTANCE, FloatArgumentHandler.INSTANCE,
            new StringArgumentHandler(StandardCharsets.UTF_8), DoubleArgumentHandler.INSTANCE, LongArgumentHandler.INSTANCE,
            BooleanTrueArgumentHandler.INSTANCE, BooleanFalseArgumentHandler.INSTANCE), Map.of(), new BufferBytesReceiver(buffer));

    /**
     * The packet, valid until the next call.
     *
     * @throws IllegalArgumentException if it would be larger than a packet may be, or an argument is of another kind than
     *                                  {@link OscMessage} names
     */
    public ByteBuffer encode(OscMessage message) {
        try {
            serializer.write(new OSCMessage(message.address(), message.arguments()));
        } catch (OSCSerializeException | RuntimeException impossible) {
            throw new IllegalArgumentException(message.address() + " cannot be sent: " + impossible.getMessage(), impossible);
        }
        return buffer.flip();
    }
}
