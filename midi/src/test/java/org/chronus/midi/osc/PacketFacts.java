package org.chronus.midi.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What holds for every packet of OSC, whatever its bytes. */
public final class PacketFacts {
    private static final int SHORTEST_MESSAGE = 4;

    private PacketFacts() { }

    /** Returns how many messages there are in it. */
    public static int check(byte[] bytes) {
        List<OscMessage> messages = decode(ByteBuffer.wrap(bytes));
        assertTrue(messages.size() <= bytes.length / SHORTEST_MESSAGE, "a message takes some bytes");
        OscEncoder encoder = new OscEncoder();
        for (OscMessage message : messages) {
            assertTrue(message.address().startsWith("/") && message.address().length() <= 255, message::address);
            assertEquals(List.of(message), decode(encoder.encode(message)), "sent on it is the same");
        }
        return messages.size();
    }

    private static List<OscMessage> decode(ByteBuffer packet) {
        List<OscMessage> messages = new ArrayList<>();
        int[] faults = new int[1];
        new OscDecoder().decode(packet, new OscDecoder.Listener() {
            @Override public void message(long timeTag, OscMessage message) {
                message.arguments().forEach(argument -> assertTrue(argument instanceof Number || argument instanceof String
                        || argument instanceof Boolean, argument::toString));
                messages.add(message);
            }

            @Override public void fault(OscFault kind, String address, String reason) {
                assertTrue(reason.contains(": ") && reason.lines().count() == 1, reason);
                assertTrue(address.isEmpty() || address.startsWith("/"), address);
                faults[0]++;
            }
        });
        assertTrue(!messages.isEmpty() || faults[0] > 0 || isEmptyBundle(packet), "nothing is passed over in silence");
        return messages;
    }

    private static boolean isEmptyBundle(ByteBuffer packet) {
        return packet.limit() >= 16 && packet.get(0) == '#';
    }
}
