package org.chronus.midi.osc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCParseException;
import com.illposed.osc.OSCParser;
import com.illposed.osc.argument.ArgumentHandler;
import com.illposed.osc.argument.handler.BooleanFalseArgumentHandler;
import com.illposed.osc.argument.handler.BooleanTrueArgumentHandler;
import com.illposed.osc.argument.handler.DoubleArgumentHandler;
import com.illposed.osc.argument.handler.FloatArgumentHandler;
import com.illposed.osc.argument.handler.IntegerArgumentHandler;
import com.illposed.osc.argument.handler.LongArgumentHandler;
import com.illposed.osc.argument.handler.StringArgumentHandler;

/**
 * Takes packets apart. Bundles are opened here, piece by piece, so that a broken piece spoils itself only and whoever sent it can be told;
 * single messages are JavaOSC's. Whatever the bytes are, nothing is thrown. For one thread.
 */
public final class OscDecoder {
    /** Nobody means a bundle in a bundle in a bundle ... */
    private static final int DEEPEST = 8;
    private static final int LONGEST_ADDRESS = 255;
    private static final byte[] BUNDLE = "#bundle\0".getBytes(StandardCharsets.US_ASCII);
    private static final String TAKEN = "ifsdhTF";

    private final OSCParser parser = new OSCParser(handlers(), Map.of());

    /** Hears what a packet holds, in its order. */
    public interface Listener {
        /** {@code timeTag}: seconds since 1900, and fractions of 2^-32, as 64 bits; {@link OscTime#IMMEDIATELY} if there is none. */
        void message(long timeTag, OscMessage message);

        /** {@code address} is empty if it could not be read; {@code reason} says in a line what is wrong and what to do. */
        void fault(OscFault kind, String address, String reason);
    }

    /** Tells what the bytes from the buffer's position to its limit hold. */
    public void decode(ByteBuffer packet, Listener listener) {
        decode(packet.slice(), OscTime.IMMEDIATELY, 0, listener);
    }

    private void decode(ByteBuffer piece, long timeTag, int depth, Listener listener) {
        if (!startsWithBundle(piece)) {
            message(piece, timeTag, listener);
        } else if (depth == DEEPEST) {
            listener.fault(OscFault.BUNDLE, "", "bundles within bundles, " + DEEPEST + " deep: send them one after the other");
        } else if (piece.limit() < BUNDLE.length + Long.BYTES) {
            listener.fault(OscFault.BUNDLE, "", "a bundle ends before its time tag: send it whole");
        } else {
            bundle(piece, timeTag, depth, listener);
        }
    }

    private void bundle(ByteBuffer piece, long around, int depth, Listener listener) {
        // What is in a bundle is never earlier than the bundle.
        long own = piece.getLong(BUNDLE.length);
        long timeTag = Long.compareUnsigned(own, around) > 0 ? own : around;
        int at = BUNDLE.length + Long.BYTES;
        while (at < piece.limit()) {
            int length = piece.limit() - at < Integer.BYTES ? -1 : piece.getInt(at);
            at += Integer.BYTES;
            if (length <= 0 || length % OSCParser.ALIGNMENT_BYTES != 0 || length > piece.limit() - at) {
                listener.fault(OscFault.BUNDLE, "", "a piece of a bundle has an impossible length: send the bundle whole");
                return;
            }
            decode(piece.slice(at, length), timeTag, depth + 1, listener);
            at += length;
        }
    }

    private void message(ByteBuffer piece, long timeTag, Listener listener) {
        String address = address(piece);
        if (address.isEmpty()) {
            listener.fault(OscFault.PACKET, "", "neither a message nor a bundle: begin with / or #bundle");
            return;
        }
        try {
            // JavaOSC aligns by the position within the buffer, which is why pieces are slices.
            if (parser.convert(piece) instanceof OSCMessage message && message.getArguments().stream().noneMatch(List.class::isInstance)) {
                listener.message(timeTag, new OscMessage(address, message.getArguments()));
            } else {
                listener.fault(OscFault.ARGUMENTS, address, "an argument is of a kind that is not taken: send one of " + TAKEN);
            }
        } catch (OSCParseException | RuntimeException broken) {
            listener.fault(OscFault.ARGUMENTS, address, "its arguments cannot be read: send types and arguments whole, each one of " + TAKEN);
        }
    }

    private static boolean startsWithBundle(ByteBuffer piece) {
        return piece.limit() >= BUNDLE.length && piece.slice(0, BUNDLE.length).equals(ByteBuffer.wrap(BUNDLE));
    }

    /** Empty if it is none. */
    private static String address(ByteBuffer piece) {
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < piece.limit() && i <= LONGEST_ADDRESS; i++) {
            byte next = piece.get(i);
            if (next == 0) {
                return address.toString();
            }
            if (next <= ' ' || next == 0x7F || i == 0 && next != '/') {
                return "";
            }
            address.append((char) next);
        }
        return "";
    }

    @SuppressWarnings("rawtypes")
    private static Map<Character, ArgumentHandler> handlers() {
        Map<Character, ArgumentHandler> handlers = new HashMap<>();
        for (ArgumentHandler<?> handler : new ArgumentHandler<?>[] {IntegerArgumentHandler.INSTANCE, FloatArgumentHandler.INSTANCE,
            new StringArgumentHandler(StandardCharsets.UTF_8), DoubleArgumentHandler.INSTANCE, LongArgumentHandler.INSTANCE,
            BooleanTrueArgumentHandler.INSTANCE, BooleanFalseArgumentHandler.INSTANCE}) {
            handlers.put(handler.getDefaultIdentifier(), handler);
        }
        return handlers;
    }
}
