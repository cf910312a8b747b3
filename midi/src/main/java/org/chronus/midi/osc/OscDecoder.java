package org.chronus.midi.osc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Decodes packets of Open Sound Control 1.0, and the types of 1.1 that {@link OscMessage} names. A broken element of a bundle does not
 * affect the others. Any bytes are accepted; nothing is thrown. Stateless; any thread.
 */
public final class OscDecoder {
    /** How deep bundles may lie in bundles. */
    private static final int DEEPEST = 8;
    /** In characters. */
    private static final int LONGEST_ADDRESS = 255;
    /** Characters of address patterns, which are not supported. */
    private static final String PATTERN_CHARACTERS = "#*,?[]{}";
    private static final byte[] BUNDLE = "#bundle\0".getBytes(StandardCharsets.US_ASCII);

    /** Receives the messages and faults of a packet, in order. */
    public interface Listener {
        /** {@code timeTag}: seconds since 1900, and fractions of 2^-32, as 64 bits; {@link OscTime#IMMEDIATELY} if there is none. */
        void message(long timeTag, OscMessage message);

        /** {@code address} is empty if it could not be read; {@code reason} says in a line what is wrong and what to do. */
        void fault(OscFault kind, String address, String reason);
    }

    /** Decodes the packet from the buffer's position to its limit. */
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
        // An element is never earlier than its bundle.
        long own = piece.getLong(BUNDLE.length);
        long timeTag = Long.compareUnsigned(own, around) > 0 ? own : around;
        int at = BUNDLE.length + Long.BYTES;
        while (at < piece.limit()) {
            int length = piece.limit() - at < Integer.BYTES ? -1 : piece.getInt(at);
            at += Integer.BYTES;
            if (length <= 0 || length % OscArguments.ALIGNMENT != 0 || length > piece.limit() - at) {
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
        if (isPattern(address)) {
            listener.fault(OscFault.ARGUMENTS, address, "address patterns are not taken: send the address itself");
            return;
        }
        try {
            OscArguments.skipString(piece);
            listener.message(timeTag, new OscMessage(address, OscArguments.read(piece)));
        } catch (OscArguments.Unreadable unreadable) {
            listener.fault(OscFault.ARGUMENTS, address, unreadable.getMessage());
        }
    }

    private static boolean isPattern(String address) {
        return address.contains("//") || address.chars().anyMatch(character -> PATTERN_CHARACTERS.indexOf(character) >= 0);
    }

    private static boolean startsWithBundle(ByteBuffer piece) {
        return piece.limit() >= BUNDLE.length && piece.slice(0, BUNDLE.length).equals(ByteBuffer.wrap(BUNDLE));
    }

    /** The address at the beginning of a message; empty if it is invalid. */
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
}
